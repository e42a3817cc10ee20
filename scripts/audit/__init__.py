"""The audit: every figure of the reader's side, measured on the built site in a browser, beside its limit.

It stands apart from the package `seamark` because it needs what a build does not: Chromium, Node and Java.
`audit_site.py` runs it; each module measures some rows of the table, and a measure is a generator of figures.
"""
