"""From the data to the shape of contacts.json. What is chosen here is all that any export publishes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from .. import contacts, hours, languages, model
from ..freshness import age_of
from ..loading import Data
from ..model import UNKNOWN
from ..organisations import organisation_of
from ..yamltext import Text
from . import notes, shape
from .texts import Texts, known, known_list, plain

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LISTS = ("kinds", "audiences", "support", "reach", "cost", "reaches", "statuses", "tiers", "confirmations")


def contacts_shape(data: Data, texts: Texts, as_of: date) -> shape.Contacts:
    """Return all published contacts with their sources."""
    return shape.Contacts(
        **{"$schema": f"{notes.base(data)}contacts.schema.json"},
        release=notes.release(data, as_of),
        verbatim=notes.verbatim(data),
        vocabularies={name: _labels(getattr(data.vocabularies, name), texts) for name in LISTS},
        countries=[_country(name, country, data, texts) for name, country in sorted(data.countries.items())],
    )


def _labels(terms: Mapping[Text, model.Term], texts: Texts) -> dict[str, shape.Translations]:
    return {str(key): texts.of(term.label) for key, term in terms.items()}


def _country(name: str, country: model.Country, data: Data, texts: Texts) -> shape.Country:
    page = f"{data.site.url}help/{name}/"
    return shape.Country(
        country=str(country.country),
        names={code: languages.country_name(country.country, code) for code in texts.languages},
        page=page,
        languages=plain(country.languages),
        time_zone=str(country.time_zone),
        emergency=[_emergency(item) for item in country.emergency],
        instead_of_trafficking_line=plain(country.instead_of_trafficking_line),
        services=[_service(item, country, data, texts, page) for item in contacts.active(country)],
        withdrawn=[_withdrawn(item, texts) for item in country.services if item.status != "active"],
        sources={str(key): _source(source) for key, source in country.sources.items()},
    )


def _emergency(item: model.Emergency) -> shape.Emergency:
    return shape.Emergency(
        id=str(item.id),
        number=contacts.dialled(item.number),
        reaches=known_list(item.reaches),
        by_text=known(item.by_text),
        sources=plain(item.source),
    )


def _service(service: model.Service, country: model.Country, data: Data, texts: Texts, page: str) -> shape.Service:
    age = age_of(service, country, data.site.freshness)
    return shape.Service(
        id=str(service.id),
        page=f"{page}#{service.id}",
        kinds=plain(service.kinds),
        names=_by_language(service.name),
        operators=_by_language(service.operator),
        organisation=organisation_of(service),
        audience=known_list(service.audience),
        support=plain(service.support),
        area=plain(service.area),
        caller=_caller(service.caller) if service.caller else None,
        note=texts.maybe(service.note),
        sources=plain(service.source),
        dated=known(age.stated),
        confirmed=age.confirmed,
        check_after=age.check_after.isoformat() if age.check_after else None,
        channels=[_channel(channel) for channel in service.channels],
    )


def _by_language(names: Mapping[Text, Text]) -> dict[str, str]:
    return {str(code): str(name) for code, name in names.items()}


def _caller(caller: model.Caller) -> shape.Caller:
    answers = {name: known(getattr(caller, name)) for name in type(caller).model_fields if name != "source"}
    return shape.Caller(**answers, sources=plain(caller.source))


def _withdrawn(service: model.Service, texts: Texts) -> shape.Withdrawn:
    return shape.Withdrawn(
        id=str(service.id),
        status=str(service.status),
        since=known(service.since),
        reason=texts.maybe(service.reason),
        replaced_by=str(service.replaced_by) if service.replaced_by else None,
    )


def _source(source: model.Source) -> shape.Source:
    return shape.Source(
        title=" ".join(source.title.split()),
        url=known(source.url),
        publisher=known(source.publisher),
        language=str(source.language),
        tier=str(source.tier),
        stated=known(source.stated),
        seen=known(source.seen),
    )


def _channel(channel: model.Channel) -> shape.Channel:
    kind, value = contacts.channel_kind(channel), contacts.channel_value(channel)
    # The spelling for inside the country is no use to somebody who calls from abroad.
    has_local = kind in contacts.NUMBERED and value.startswith("+") and channel.reach != "abroad"
    return shape.Channel(
        kind=kind,
        value=value,
        local=contacts.local_spelling(value) if has_local else None,
        area=plain(channel.area),
        reach=known(channel.reach),
        networks=plain(channel.networks),
        not_in=plain(channel.not_in),
        cost=known(channel.cost),
        languages=known_list(channel.languages),
        interpreters=known(channel.interpreters),
        hours=known(channel.hours),
        week=week(channel.hours) if channel.hours != UNKNOWN else None,
        on_holidays=_on_holidays(channel.hours),
        sources=plain(channel.source),
        also_stated=[_other(other) for other in channel.also_stated if _says_more_than_a_number(other)],
        confirmed=[shape.Confirmation(on=str(act.on), how=str(act.how), by_role=str(act.by_role)) for act in channel.confirmed],
    )


def _on_holidays(text: str) -> list[shape.Times] | None:
    spans = None if text == UNKNOWN else hours.on_holidays(text)
    return None if spans is None else [shape.Times(opens=f"{span.start:%H:%M}", closes=_end(span.end)) for span in spans]


def _says_more_than_a_number(other: model.OtherStatement) -> bool:
    return any((other.hours, other.cost, other.reach, other.languages))


def _other(other: model.OtherStatement) -> shape.OtherStatement:
    return shape.OtherStatement(
        hours=known(other.hours) if other.hours else None,
        cost=known(other.cost) if other.cost else None,
        reach=known(other.reach) if other.reach else None,
        languages=known_list(other.languages) if other.languages else None,
        sources=plain(other.source),
    )


def week(text: str) -> list[shape.Open]:
    """Return opening hours as rows of a usual week, open days only."""
    return [
        shape.Open(days=[DAYS[day] for day in row.days], opens=f"{span.start:%H:%M}", closes=_end(span.end))
        for row in hours.week(text)
        for span in row.spans
    ]


def _end(moment: time) -> str:
    return "24:00" if moment == time() else f"{moment:%H:%M}"
