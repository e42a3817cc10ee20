from urllib.request import urlopen
from xml.etree import ElementTree

feed = ElementTree.parse(urlopen("{{ page.open_data_address }}contacts.atom"))
for entry in feed.findall(".//{*}entry"):
    print(entry.find("{*}updated").text, entry.find("{*}title").text)
