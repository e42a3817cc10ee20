"""The list of the packages that build the site, in CycloneDX 1.6, from the pinned requirements.

It is the same each time: its number and its time come from the commit.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

PINNED = re.compile(r"([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)")
VIA = re.compile(r"    # (?:via(?: |$))? *(-r|[a-z0-9._-]*)")
NUMBERS = uuid.uuid5(uuid.NAMESPACE_URL, "https://cyclonedx.org/seamark")


@dataclass(frozen=True, kw_only=True)
class Pin:
    """A pinned package and the packages that need it; "-r" stands for the project itself."""

    name: str
    version: str
    needed_by: tuple[str, ...]


def pins(text: str) -> list[Pin]:
    """Read requirements.txt as pip-compile writes it, with "# via" below each package.

    Raises `ValueError` when a line at the margin is no pinned package: the list would lack it.
    """
    found: list[tuple[str, str, list[str]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if match := PINNED.match(line):
            found.append((match[1], match[2], []))
        elif line and not line.startswith((" ", "#")):
            raise ValueError(f'requirements.txt:{number}: no pinned package: "{line}"; run: make requirements')
        elif found and (via := VIA.match(line)) and via[1]:
            found[-1][2].append(via[1])
    return [Pin(name=name, version=version, needed_by=tuple(needed_by)) for name, version, needed_by in found]


def sbom(packages: Iterable[Pin], project: str, version: str, commit: str, seconds: int) -> str:
    """Return the text of the list for a release of the project, made from a commit at a time (seconds since 1970)."""
    listed = list(packages)
    itself = Component(name=project, version=version, type=ComponentType.APPLICATION, bom_ref=f"{project}@{version}")
    parts = {pin.name: _component(pin) for pin in listed}
    bom = Bom(
        serial_number=uuid.uuid5(NUMBERS, f"{commit} {version}"),
        metadata=BomMetaData(component=itself, timestamp=datetime.fromtimestamp(seconds, UTC)),
        components=parts.values(),
        dependencies=_dependencies(itself, parts, listed),
    )
    return str(JsonV1Dot6(bom).output_as_string(indent=1)) + "\n"


def _component(pin: Pin) -> Component:
    url = PackageURL(type="pypi", name=pin.name, version=pin.version)
    return Component(name=pin.name, version=pin.version, type=ComponentType.LIBRARY, bom_ref=url.to_string(), purl=url)


def _dependencies(itself: Component, parts: Mapping[str, Component], listed: Iterable[Pin]) -> list[Dependency]:
    needs: dict[str, list[Dependency]] = {name: [] for name in ("-r", *parts)}
    for pin in listed:
        for name in pin.needed_by:
            needs[name].append(Dependency(ref=parts[pin.name].bom_ref))
    return [Dependency(ref=(parts.get(name, itself)).bom_ref, dependencies=below) for name, below in needs.items()]
