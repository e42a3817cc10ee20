import csv
from io import TextIOWrapper
from urllib.request import urlopen

table = TextIOWrapper(urlopen("{{ page.open_data_address }}contacts.csv"), "utf-8", newline="")
for row in csv.DictReader(table):
    if row["country"] == "EE" and row["contact"].startswith("tel:"):
        print(row["name"], row["contact"].removeprefix("tel:"), row["dated"] or "no date", row["page"])
