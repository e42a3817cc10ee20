import json
from urllib.request import urlopen

page = urlopen("{{ data.site.url }}help/ee/index.html").read().decode("utf-8")
block = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
for service in json.loads(block)["@graph"]:
    for channel in service["availableChannel"]:
        if "servicePhone" in channel:
            print(service["@id"], channel["servicePhone"]["telephone"])
