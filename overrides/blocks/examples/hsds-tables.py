import csv
from io import TextIOWrapper
from urllib.request import urlopen

def rows(name):
    address = "{{ page.open_data_address }}hsds/" + name
    return csv.DictReader(TextIOWrapper(urlopen(address), "utf-8", newline=""))

services = dict((row["id"], row) for row in rows("services.csv"))
for phone in rows("phones.csv"):
    service = services[phone["service_id"]]
    print(service["name"], phone["number"], service["url"])
