"""Mistakes beside the pages: in the open data, in the index of the search, and in what search engines read."""

from __future__ import annotations

from .fault import on_page

DATA = "data/v1/"
INDEX = "search/words-*.json"
SEARCH = "search/index.html"
EE = "help/ee/index.html"

FAULTS = (
    on_page("export-contact", "a line gets the number of its neighbour", DATA + "contacts.csv", "tel:+3726147393", "tel:+3726607320"),
    on_page("export-contact", "a line's hours are lost", DATA + "contacts.json", '"hours": "Mo-Th 08:30-16:30; Fr 08:30-15:30"', '"hours": null'),
    on_page("export-contact", "the number of a neighbour in another format", DATA + "hsds/phones.csv", '"+3726147393"', '"+3726607320"'),
    on_page("export-contact", "an e-mail address of another office", DATA + "contacts.csv", "mailto:inimkaubandus@sotsiaalkindlustusamet.ee", "mailto:info@sotsiaalkindlustusamet.ee"),
    on_page("export-number", "another emergency number in the advice", DATA + "verbatim.txt", "(112 in", "(911 in"),
    on_page("export-number", "a digit of a title", DATA + "sources.csv", "Ohvriabinumbrilt 116 006", "Ohvriabinumbrilt 116 007"),
    on_page("export-address", "an address of a page that is not there", DATA + "contacts.csv", "help/ee/#ee-1247", "help/eee/#ee-1247"),
    on_page("export-figure", "two digits of a figure are exchanged", DATA + "figures.csv", '"2016","121","given"', '"2016","112","given"'),
    on_page("export-figure", "what is not given becomes a zero", DATA + "figures.csv", '"Uganda","2017","","not-given"', '"Uganda","2017","0","given"'),
    on_page("export-checksum", "a file is changed after it was written", DATA + "LICENSE.txt", "CC BY 4.0", "CC BY", at=(DATA + "checksums.txt", DATA + "index.json")) ,
    on_page("export-checksum", "a file of an older release is left", DATA + "old.csv", None, '"a"\r\n', at=(DATA + "checksums.txt", DATA + "index.json")),
    on_page("search-file", "an index that no browser can read", INDEX, '{"pages":', '{"pages"'),
    on_page("search-place", "the search leads to a page that is not there", INDEX, '["signs/",', '["sign/",'),
    on_page("search-digit", "a digit in a word of the search", INDEX, "0abduction", "0abduct1on"),
    on_page("search-number", "a digit of a number that the search finds", INDEX, '"+3726147393":', '"+3726147394":'),
    on_page("search-number", "the search finds a number in the neighbour country", INDEX, '"+3726147393":[8]', '"+3726147393":[12]'),
    on_page("search-quote", "the search shows a heading that no page has", INDEX, "How to report a barrier", "How to report barriers"),
    on_page("search-form", "the form names the index of another build", SEARCH, 'data-index="words-', 'data-index="words-0'),
    on_page("linked-data", "search engines learn the neighbour's number", EE, '"telephone":"+3726607320"', '"telephone":"+3726147393"'),
    on_page("linked-data", "search engines learn of a service that is none", EE, '"@id":"https://seamark.example/help/ee/#ee-1247"', '"@id":"https://seamark.example/help/ee/#ee-1492"'),
)  # fmt: skip
