from urllib.request import urlopen
from xml.etree import ElementTree

def below(element, name):
    return [item for item in element.iter() if item.tag.endswith(name)]

feed = ElementTree.parse(urlopen("{{ page.open_data_address }}contacts.atom")).getroot()
for entry in below(feed, "entry"):
    print(below(entry, "updated")[0].text, below(entry, "title")[0].text)
