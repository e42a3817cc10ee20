"""Changing the files of `data/` without writing YAML: what a command or a form asks for becomes a checked change.

Building the site does not need this package; it alone needs ruamel.yaml.
"""
