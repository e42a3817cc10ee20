import json
from urllib.request import urlopen

data = json.load(urlopen("{{ page.open_data_address }}contacts.json"))
for country in data["countries"]:
    if country["country"] == "EE":
        print("In danger first:", country["emergency"][0]["number"])
        for service in country["services"]:
            for channel in service["channels"]:
                print(service["names"]["et"], channel["value"], service["dated"] or "no date", service["page"])
