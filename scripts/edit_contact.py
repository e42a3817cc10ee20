"""Change a contact without writing YAML. Everything is checked first; what is wrong is told, and then nothing is written."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from seamark.model import Channel, Confirmation, Model, Service, Source
from seamark.problems import as_text

try:
    from seamark.editing import changes, countries
    from seamark.editing.draft import Draft, Refused
except ModuleNotFoundError as error:
    sys.exit(f"{error.name} is not installed. Run: make tools")

HOME = Path(__file__).resolve().parent.parent
SERVICE_FACTS = ("kinds", "audience", "support", "area", "note")
EPILOG = """examples:
  edit_contact.py show ee
  edit_contact.py change ee-thb-helpline "+372 660 7320" --hours "Mo-Fr 09:00-17:00" --source sib-page --source-seen 2026-11-22
  edit_contact.py pause ee-thb-helpline --since 2026-11 --reason "The operator is moving."
  edit_contact.py confirm ee-thb-helpline "+372 660 7320" --on 2026-11-22 --how called --by-role editor
CONTRIBUTING.md leads through each of them, and through adding a country."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(arguments)
    draft = Draft(options.root.resolve())
    try:
        if options.act == "show":
            return _show(draft, options.country)
        said = _change(draft, options)
        diff = draft.diff()
        written = draft.texts() if options.dry_run else draft.save(options.today)
        problems = draft.problems(options.today) if options.dry_run else []
        if problems:
            raise Refused(*problems)
    except Refused as error:
        print(as_text(error.problems), end="")
        print("Nothing was written. Places are counted in the file as it would have been.", file=sys.stderr)
        return 1
    print(diff, end="")
    print("\n".join(said))
    print(f"{'Would write' if options.dry_run else 'Written'}: {', '.join(sorted(written))}")
    return 0


def _change(draft: Draft, options: argparse.Namespace) -> list[str]:
    act, service = options.act, getattr(options, "service", "")
    if act == "change":
        return changes.change_contact(draft, service, options.contact, _contact(options), _backing(options), options.which)
    if act == "add-contact":
        return changes.add_contact(draft, service, _contact(options), _backing(options))
    if act == "add-service":
        return changes.add_service(draft, service, _service(options), _contact(options), _backing(options))
    if act == "add-source":
        return changes.add_source(draft, service, options.contact or "", _backing(options), options.which)
    if act == "confirm":
        given = _given(options, Confirmation, Confirmation.model_fields)
        return changes.confirm(draft, service, options.contact, {name: str(value) for name, value in given.items()}, options.which)
    if act == "add-country":
        facts = {"languages": options.country_languages.split(","), "time_zone": options.time_zone}
        emergency = [{"number": number, "reaches": options.reaches.split(",")} for number in options.emergency]
        first = (service, _service(options), _contact(options))
        other = _given(options, Source, Source.model_fields, "emergency_source_")
        apart = changes.Backing(facts={name: str(value) for name, value in other.items()}) if other else None
        return countries.add_country(draft, options.country, facts, emergency, first, _backing(options), apart)
    status = {"pause": "paused", "close": "closed", "reopen": "active"}[act]
    facts = _given(options, Service, ("since", "reason", "replaced_by"))
    return changes.set_status(draft, service, status, {name: str(value) for name, value in facts.items()})


def _show(draft: Draft, country: str) -> int:
    """Print the services of a country and their contacts, as they are typed behind the other commands."""
    for service in draft.tree(changes.path_of(country))["services"]:
        print(f"{service['id']}  ({service.get('status', 'active')})")
        for kind, value, _ in changes.contacts_in(service):
            print(f'    {kind}: "{value}"')
    return 0


# --- options -------------------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--root", type=Path, default=HOME, help="folder with data/ and docs/ (default: this project)")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="day of the check, YYYY-MM-DD")
    parser.add_argument("--dry-run", action="store_true", help="check and show the change, write nothing")
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    acts.add_parser("show", help="list the services and contacts of a country").add_argument("country")
    for name, text in (
        ("change", "correct facts of a contact, or its number"),
        ("add-source", "name one more source of a contact, or of the service"),
        ("confirm", "note that somebody confirmed a contact"),
    ):
        act = _act(acts, name, text)
        act.add_argument("contact", nargs="?" if name == "add-source" else None, help="the number or address as it stands")
        act.add_argument("--which", type=int, default=0, help="which one, from 1, if it stands several times")
    _act(acts, "add-contact", "add a number or address to a service")
    _add_service(_act(acts, "add-service", "add a helpline or organisation with its first contact"))
    for name, text in (("pause", "take a service off for now"), ("close", "a service is closed"), ("reopen", "it answers again")):
        act = _act(acts, name, text)
        for field in () if name == "reopen" else ("since", "reason", "replaced_by"):
            _add(act, Service, field, required=field != "replaced_by")
    country = acts.add_parser("add-country", help="add a country with its first service", allow_abbrev=False)
    country.add_argument("country", help='ISO 3166-1 code: "PT"')
    country.add_argument("service", help="id of the first service: pt-helpline")
    country.add_argument("--country-languages", required=True, help="official languages, the main one first: pt")
    country.add_argument("--time-zone", required=True, help="IANA time zone: Europe/Lisbon")
    country.add_argument("--emergency", required=True, action="append", help='emergency number, again for each: "112"')
    country.add_argument("--reaches", default="unknown", help="police,ambulance,fire,rescue or unknown")
    _add_service(country)
    for name in ("change", "add-contact", "add-service", "add-country"):
        for field in changes.CHANNEL_FACTS:
            # In a new service the area is that of the service.
            if not (field == "area" and name in ("add-service", "add-country")):
                _add(acts.choices[name], Channel, field)
    for name in ("change", "add-contact", "add-service", "add-country", "add-source"):
        acts.choices[name].add_argument("--source", default="", help="names of sources of the country's file, with commas")
        for field in Source.model_fields:
            _add(acts.choices[name], Source, field, prefix="source-")
    for field in Source.model_fields:
        _add(country, Source, field, prefix="emergency-source-", about="Another page that states the emergency number: ")
    for field in Confirmation.model_fields:
        _add(acts.choices["confirm"], Confirmation, field, required=True)
    return parser


def _act(acts: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str) -> argparse.ArgumentParser:
    act = acts.add_parser(name, help=text, description=text, allow_abbrev=False)
    act.add_argument("service", help="id of the service: ee-thb-helpline")
    return act


def _add(
    parser: argparse.ArgumentParser, model: type[Model], field: str, *, prefix: str = "", required: bool = False, about: str = ""
) -> None:
    text = (model.model_fields[field].description or "").replace("%", "%%")
    more = " Several: with commas." if changes.is_list(model, field) else ""
    parser.add_argument(f"--{prefix}{field.replace('_', '-')}", required=required, metavar="TEXT", help=about + text + more)


def _add_service(parser: argparse.ArgumentParser) -> None:
    for field in SERVICE_FACTS:
        _add(parser, Service, field, required=field == "kinds")
    for field in ("name", "operator"):
        help_text = f'official {field} in a language, again for each: "en=Helpline"'
        parser.add_argument(f"--{field}", action="append", required=field == "name", metavar="LANGUAGE=TEXT", help=help_text)


def _given(options: argparse.Namespace, model: type[Model], fields: object, prefix: str = "") -> dict[str, str | list[str]]:
    """Return the facts that were given, by field; lists are split at commas."""
    found = {}
    for field in fields:  # type: ignore[attr-defined]
        value = getattr(options, prefix + field, None)
        if value is not None:
            found[field] = [part.strip() for part in value.split(",")] if changes.is_list(model, field) else value
    return found


def _contact(options: argparse.Namespace) -> changes.Facts:
    fields = [name for name in changes.CHANNEL_FACTS if not (name == "area" and "kinds" in options)]
    return _given(options, Channel, fields)


def _service(options: argparse.Namespace) -> changes.Facts:
    named = {}
    for field in ("name", "operator"):
        pairs = [pair.partition("=") for pair in getattr(options, field) or ()]
        if pairs:
            named[field] = {language.strip(): text.strip() for language, _, text in pairs}
    return {**_given(options, Service, SERVICE_FACTS), **named}


def _backing(options: argparse.Namespace) -> changes.Backing:
    facts = _given(options, Source, Source.model_fields, "source_")
    names = tuple(part.strip() for part in options.source.split(",") if part.strip())
    return changes.Backing(names=names, facts={name: str(value) for name, value in facts.items()})


if __name__ == "__main__":
    sys.exit(main())
