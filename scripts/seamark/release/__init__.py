"""Releases: what is published, packed so that anybody can check it later and on another machine.

`making` writes a release and needs the project; `verifying` reads one and needs Python's standard library only, so
that whoever downloads a release can check it without installing anything.
"""
