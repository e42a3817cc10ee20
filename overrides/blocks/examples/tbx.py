from urllib.request import urlopen
from xml.etree import ElementTree

glossary = ElementTree.parse(urlopen("{{ page.open_data_address }}glossary.tbx"))
for entry in glossary.findall(".//{*}conceptEntry"):
    for section in entry.findall("{*}langSec"):
        if "en" in section.attrib.values():
            print(section.find(".//{*}term").text, entry.get("id"))
