import json
from urllib.request import urlopen

for service in json.load(urlopen("{{ page.open_data_address }}hsds/services.json")):
    for phone in service.get("phones", []):
        languages = [language["name"] for language in phone.get("languages", [])]
        print(service["name"], phone["number"], languages, service["url"])
