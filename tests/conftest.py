"""Settings for all tests; the folders of the project and of these tests are on the path by pyproject.toml."""
