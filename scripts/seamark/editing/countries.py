"""A new country: its file, its short codes and its pages, so that the checks pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from .. import owners
from ..languages import country_name, is_territory
from ..model import Emergency
from . import roundtrip
from .changes import Backing, Facts, lay_source, path_of, service_of
from .draft import Draft, refused
from .patches import PAGES
from .settling import settle


def add_country(
    draft: Draft,
    code: str,
    facts: Facts,
    emergency: Sequence[Mapping[str, str | list[str]]],
    service: tuple[str, Facts, Facts],
    backing: Backing,
    emergency_backing: Backing | None = None,
) -> list[str]:
    """Add a country with its emergency numbers and its first service.

    `code` is ISO 3166-1 ("PT"), `facts` hold languages and time_zone, each emergency entry number and reaches,
    `service` is the id, the facts and the first contact. `backing` is the source of all of it, but where `emergency_backing` is
    given, that is the source of the emergency numbers; others are added afterwards.
    """
    if not is_territory(code):
        raise refused(f'"{code[:40]}" is not the code of a country', 'type the two letters of ISO 3166-1: "EE", "NO"')
    path, stem = path_of(code), code.lower()
    tree = roundtrip.mapping({"country": code, **facts})
    tree["emergency"] = CommentedSeq()
    tree["services"] = CommentedSeq()
    tree["sources"] = CommentedMap()
    draft.add_tree(path, tree)
    sources = lay_source(draft, path, backing)
    of_emergency = lay_source(draft, path, emergency_backing) if emergency_backing else sources
    for entry in emergency:
        whole = {"id": f"{stem}-emergency-{entry['number']}", "source": of_emergency, **entry}
        tree["emergency"].append(roundtrip.mapping({name: whole[name] for name in Emergency.model_fields if name in whole}))
    tree["services"].append(service_of(*service, sources))
    pages = add_pages(draft, stem)
    add_owner(draft, stem)
    said = [f"{country_name(code, 'en')} was added, with {pages} pages.", *settle(draft, path, set())]
    return [*said, f"To list it under “Which country am I in?”, add {code} to data/recognition.yml."]


def add_pages(draft: Draft, stem: str) -> int:
    """Give a country its pages: copies of another country's, with its own code. Return how many."""
    made = 0
    for folder in PAGES:
        others = sorted(path for path in (draft.root / "docs" / folder).glob("??.md") if path.stem not in ("eu", stem))
        for model in others[:1]:
            text = model.read_text("utf-8").replace(f'country: "{model.stem}"', f'country: "{stem}"')
            draft.add_text(f"docs/{folder}/{stem}.md", text)
            made += 1
    return made


def add_owner(draft: Draft, stem: str) -> None:
    """Give a country its line in CODEOWNERS, where there is such a file."""
    path = draft.root / owners.PATH
    if path.exists():
        there = {place.stem for place in (draft.root / "data" / "countries").glob("??.yml")}
        draft.change_text(owners.PATH, owners.owners_text({*there, stem}, path.read_text("utf-8")))
