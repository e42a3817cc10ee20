"""Mistakes in templates, in `overrides/` and `docs/`: each is built, and caught on the page that comes of it."""

from __future__ import annotations

from .fault import in_template

BLOCKS = "overrides/blocks/"
PARTS = "overrides/parts/"
MACROS = BLOCKS + "macros.html"
EE = "help/ee/index.html"
UK = "uk/help/ee/index.html"
HOME = "index.html"
CARD = "card/ee/index.html"
POSTER = "poster/ee/index.html"
SHOW = "show/no/index.html"
LOST = "404.html"
WHICH = "which-country/index.html"
EMERGENCY = '<a class="call" href="tel:{{ entry.number }}"><span'

FAULTS = (
    # numbers
    in_template("missing-contact", "the emergency box is taken out", BLOCKS + "country.html", "{{ m.emergency_box(entry) }}\n", "", page=EE),
    in_template("contact-fact", "an emergency number is typed into the template", MACROS, EMERGENCY, '<a href="tel:113"><bdi dir="ltr">113</bdi></a>' + EMERGENCY, page=EE),
    in_template("shown-number", "the link loses its isolation", MACROS, '</span><bdi dir="ltr">{{ number.shown }}</bdi></a>', "</span>{{ number.shown }}</a>", page=EE),
    in_template("shown-number", "the link shows its label only", MACROS, '<bdi dir="ltr">{{ number.shown }}</bdi></a>', '<bdi dir="ltr">{{ label }}</bdi></a>', page=EE),
    in_template("shown-number", "the direction of a number is lost", BLOCKS + "show.html", '<bdi dir="ltr">{{ dials.shown }}</bdi>', "<bdi>{{ dials.shown }}</bdi>", page=SHOW),
    in_template("link-form", "a space in the number of a link", BLOCKS + "emergency_exceptions.html", 'href="tel:{{ entry.number }}"', 'href="tel: {{ entry.number }}"', page=HOME),
    in_template("local-number", "the number inside the country is that of the first line", MACROS, "number=local_bdi(number.local)", "number=local_bdi('614 7393')", page=EE),
    in_template("digit-run", "a number is typed into a template", BLOCKS + "country.html", "{{ ui('roaming-warning') }}", "{{ ui('roaming-warning') }} 116 007", page=EE),
    in_template("digit-run", "a number is typed into a page", "docs/signs.md", '{% include "words.html" %}', '{% include "words.html" %}\n\nCall 116 007.', page="signs/index.html"),
    in_template("digit-run", "a number is put into the foot of every page", PARTS + "foot.html", "</footer>", "<p>Tel. 660 7321</p></footer>", page=HOME),
    in_template("sheet-number", "the small card loses the emergency number", BLOCKS + "print_card.html", ': <bdi dir="ltr" class="number">{{ number }}</bdi>', "", page=CARD),
    in_template("plain-number", "the poster loses the direction of its number", BLOCKS + "print_poster.html", '<p class="big"><bdi dir="ltr" class="number">', '<p class="big"><bdi class="number">', page=POSTER),
    in_template("card-hours", "hours that another source states are left out", MACROS, "{% for other in channel.also_stated if other.hours %}", "{% for other in channel.also_stated if other.cost %}", page=EE),
    in_template("opening-clock", "the time zone is typed into the template", MACROS, 'data-{{ name }}="{{ value }}"', "data-{{ name }}=\"{{ 'Europe/London' if name == 'zone' else value }}\"", page=EE),
    in_template("opening-clock", "the script counts by ten times the hours", MACROS, 'data-{{ name }}="{{ value }}"', "data-{{ name }}=\"{{ value ~ '0' if name == 'offsets' else value }}\"", page=EE),
    in_template("emergency-number", "the note on other emergency numbers does not tell for which countries", BLOCKS + "emergency_exceptions.html", """ data-not-for="{{ exceptions | join(' ') }}\"""", "", page=HOME),
    in_template("emergency-number", "the countries of the note are typed in", BLOCKS + "emergency_exceptions.html", "{{ exceptions | join(' ') }}", "NO", page=HOME),
    in_template("prefix-item", "the prefix is typed into the template", BLOCKS + "recognition.html", '<bdi dir="ltr">{{ calling_code(country.country) }}</bdi>', '<bdi dir="ltr">+372</bdi>', page=WHICH),
    in_template("qr-code", "the code of another page", BLOCKS + "print_poster.html", "{{ page.qr_code }}", "{{ page.qr_code | replace('h7', 'h8') }}", page=POSTER),
    # text
    in_template("leftover", "a placeholder is not filled", BLOCKS + "country.html", "{{ ui('danger-now') }}", "{{ w.ui_raw('open-until') }}", page=EE),
    in_template("leftover", "a value of the program is shown", MACROS, "{{ labels_text('audiences', service.audience) }}", "{{ None }}", page=EE),
    in_template("known-type", "a number gets a type of its own", BLOCKS + "country.html", "{{ ui('roaming-warning') }}", '<data class="phone" value="1">116007</data>', page=EE),
    in_template("date-item", "the date of a source in another form", MACROS, "{% else %}{{ w.date(source.stated) }}{% endif %}", '{% else %}<time datetime="{{ source.stated }}">{{ source.stated[:3] }}</time>{% endif %}', page=EE),
    # languages and addresses
    in_template("page-language", "the language is typed into the frame", "overrides/quiet.html", '<html lang="{{ seamark.language }}"', '<html lang="en"', page=UK),
    in_template("text-direction", "the direction of writing is lost", "overrides/quiet.html", ' dir="{{ seamark.direction }}"', "", page=EE),
    in_template("canonical", "the canonical address is that of the site", PARTS + "head.html", 'href="{{ seamark.canonical }}"', 'href="{{ seamark.data.site.url }}"', page=EE),
    in_template("switcher", "the menu marks no language", PARTS + "top.html", '{% if item.current %} aria-current="true"{% endif %}', "", page=UK),
    in_template("switcher", "the names of the languages are not marked", PARTS + "top.html", ' lang="{{ item.code }}"', "", page=UK),
    in_template("other-language", "the name of the site leads to the English page", PARTS + "top.html", "href=\"{{ seamark.link('index') }}\"", 'href="../../../"', page=UK),
    in_template("title", "the title is lost", "overrides/quiet.html", "<title>{{ seamark.full_title }}</title>", "", page=EE),
    in_template("main-heading", "the heading becomes a second one", BLOCKS + "country.html", '<h2 id="now">', "<h1>Help</h1>\n<h2 id=\"now\">", page=EE),
    in_template("language-code", "the country stands for the language of a name", BLOCKS + "recognition.html", "{{ languages[loop.index0] if words | length == languages | length else languages[0] }}", "{{ languages[0] | replace('et', 'ee') }}", page=WHICH),
    # what the page loads, and where it leads
    in_template("third-party", "letters from elsewhere", PARTS + "head.html", '<meta charset="utf-8">', '<meta charset="utf-8"><link rel="stylesheet" href="https://fonts.example/css">', page=HOME),
    in_template("third-party", "a script that counts visitors", PARTS + "script.html", "<script data-", '<script src="https://stats.example/c.js"></script><script data-', page=HOME),
    in_template("root-absolute", "a link from the root", PARTS + "top.html", "href=\"{{ seamark.link('index') }}\"", 'href="/"', page=EE),
    in_template("root-absolute", "the lost page's icon is relative", PARTS + "head.html", "{{ seamark.asset('assets/icon.svg') }}", "assets/icon.svg", page=LOST),
    in_template("broken-link", "a page that is not there", BLOCKS + "country.html", "page.link('poster/' ~ country_file)", "page.link('posters/' ~ country_file)", page=EE),
    in_template("broken-anchor", "the skip link leads to nothing", "overrides/quiet.html", '<main id="main" tabindex="-1">', '<main tabindex="-1">', page=EE),
    in_template("repeated-id", "a law has the id of a part of its page", BLOCKS + "laws.html", 'id="law-{{ id }}"', 'id="{{ id }}"', page="journalists/laws/index.html"),
    in_template("external-link", "an address typed into a page", "docs/helpers.md", '{% include "words.html" %}', '{% include "words.html" %}\n\n<p><a href="https://www.example.org/" rel="noreferrer">More</a></p>', page="helpers/index.html"),
    in_template("link-scheme", "an address without encryption", PARTS + "foot.html", "</footer>", '<p><a href="http://www.example.org/">Seamark</a></p></footer>', page=HOME),
    # the frame
    in_template("exit-link", "the skip link is put before the way out", PARTS + "top.html", '<nav class="exit"', '<a href="#main">{{ w.ui(\'skip\') }}</a><nav class="exit"', page=EE),
    in_template("exit-link", "the way out is the same in all languages", PARTS + "top.html", 'href="{{ seamark.exit }}"', 'href="https://en.wikipedia.org/wiki/Main_Page"', page=UK),
    in_template("exit-link", "the way out loses its id", PARTS + "top.html", '<a id="exit"', '<a class="exit"', page=HOME),
    in_template("stage", "search engines are let in", PARTS + "head.html", '<meta name="robots" content="noindex">', "", page=HOME),
    in_template("stage", "the notice of the preview is taken out", PARTS + "top.html", '<p class="note preview">{{ w.ui(\'preview-notice\', emergency=seamark.emergency) }}</p>', "", page=HOME),
    in_template("head", "the page tells other sites where its reader was", PARTS + "head.html", '<meta name="referrer" content="no-referrer">\n', "", page=HOME),
    in_template("head", "a browser may make numbers of digits", PARTS + "head.html", '<meta name="format-detection" content="telephone=no">\n', "", page=HOME),
    in_template("card-dates", "the day of the build stands for the date of a source", MACROS, "{{ w.date(source.stated) }}", "{{ w.date(as_of) }}", page=EE),
    # what ends the build
    in_template("build", "a block's name is misspelt", "docs/help/ee.md", "country.html", "contry.html", page=EE),
    in_template("build", "a field's name is misspelt", BLOCKS + "country.html", "country.emergency %}", "country.emergencies %}", page=EE),
    in_template("build", "a text of the interface that is not there", BLOCKS + "country.html", "ui('roaming-warning')", "ui('roaming-warnings')", page=EE),
    in_template("build", "a block is not closed", BLOCKS + "country.html", "{% if country.country != 'EU' %}", "{% if country.country != 'EU' }", page=EE),
    in_template("build", "a placeholder is not given", PARTS + "top.html", "w.ui('preview-notice', emergency=seamark.emergency)", "w.ui('other-hours')", page=EE),
)  # fmt: skip
