"""A machine's look at the sources: is each published contact still on the page that states it?

    targets → fetching → reading → searching → records, reporting

A look is never a confirmation: that the digits still stand on a page does not say who answers. What is
found is written to `data/looks.json` and to a report, and no fact is ever changed.
These modules need the libraries of requirements-tools.txt; building the site needs none of them.
"""
