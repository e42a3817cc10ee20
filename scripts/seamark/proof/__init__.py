"""The parts of the proof of the built site; `seamark.built_site` puts them together."""
