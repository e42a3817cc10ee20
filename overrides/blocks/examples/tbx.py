from urllib.request import urlopen
from xml.etree import ElementTree

def below(element, name):
    return [item for item in element.iter() if item.tag.endswith(name)]

glossary = ElementTree.parse(urlopen("{{ page.open_data_address }}glossary.tbx")).getroot()
for entry in below(glossary, "conceptEntry"):
    for section in below(entry, "langSec"):
        if "en" in section.attrib.values():
            print(below(section, "term")[0].text, entry.get("id"))
