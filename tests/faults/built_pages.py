"""Mistakes on built pages: what a template, a plugin, a tool behind the build or a hand on the server can do."""

from __future__ import annotations

from .fault import Change, Fault, on_page

EE = "help/ee/index.html"
UK = "uk/help/ee/index.html"
HOME = "index.html"
LINES = "help/lines/index.html"
POSTER = "poster/ee/index.html"
SHOW = "show/no/index.html"
WHICH = "which-country/index.html"
GLOSSARY = "journalists/glossary/index.html"
COUNTS = "about/translation/index.html"
UA = "help/ua/index.html"
LOST = "404.html"
FIGURES = "journalists/figures/index.html"
SOURCE_OF_TOTAL = (
    'Denmark: victims by year</span> <small>Source: <a href="https://cbss.org/publications/human-trafficking-baltic-sea-region-round-up-report/"'
    ' rel="noreferrer">Council of the Baltic Sea States</a>, <cite>Human Trafficking 2020 – Baltic Sea Region Round-up</cite>'
)
YEARS = '<data class="figure" value="{0}">{0}</data></td><td class="bar b16"><data class="figure" value="{1}">{1}</data>'
PHONE = '<a class="call" href="tel:+3726607320"><span class="vh">Call </span><bdi dir="ltr">+372 660 7320</bdi></a>'
LOCAL = '<bdi dir="ltr" class="local-number">660 7320</bdi>'
BIG = '<p class="big"><bdi dir="ltr" class="number">+372 660 7320</bdi></p>'
DANGER = 'In danger now: <bdi dir="ltr" class="number">112</bdi>'
EXIT = '<a id="exit" href="https://en.wikipedia.org/wiki/Main_Page" rel="noreferrer nofollow">'
EMAIL = '<a href="mailto:inimkaubandus@sotsiaalkindlustusamet.ee"'
STATED = 'Sotsiaalkindlustusamet</span></a> (<time datetime="2023-03-09">March 9, 2023</time>); '
END = "</main>"
HEAD = '<meta name="color-scheme"'


def added(rule: str, name: str, html: str, page: str = EE) -> Fault:
    """Return a fault that adds something at the end of a page."""
    return on_page(rule, name, page, END, html + END)


def in_head(rule: str, name: str, html: str, page: str = EE) -> Fault:
    """Return a fault that adds something to the head of a page."""
    return on_page(rule, name, page, HEAD, html + HEAD)


FAULTS = (
    # numbers and addresses
    on_page("shown-number", "a link shows one digit otherwise than it dials", EE, PHONE, PHONE.replace("7320</bdi>", "7321</bdi>")),
    on_page("shown-number", "two digits of the shown number are swapped", EE, PHONE, PHONE.replace("7320</bdi>", "7302</bdi>")),
    on_page("shown-number", "the isolation of the number is lost", EE, PHONE, PHONE.replace('<bdi dir="ltr">', "<span>").replace("</bdi>", "</span>")),
    on_page("shown-number", "the direction of the number is lost", EE, PHONE, PHONE.replace('<bdi dir="ltr">', "<bdi>")),
    on_page("shown-number", "a link says words instead of its number", EE, PHONE, PHONE.replace("+372 660 7320</bdi>", "Call now</bdi>")),
    on_page("shown-number", "a screen reader hears another number", EE, PHONE, PHONE.replace('href="tel', 'aria-label="Call 116006" href="tel')),
    added("link-form", "spaces in the number of a link", '<p><a href="tel:1 1 2"><bdi dir="ltr">112</bdi></a></p>'),
    added("link-form", "a parameter behind a number", '<p><a href="tel:+3726607320;ext=2"><bdi dir="ltr">+372 660 7320</bdi></a></p>'),
    added("link-form", "a subject behind an e-mail address", '<p><a href="mailto:inimkaubandus@sotsiaalkindlustusamet.ee?subject=help">Write</a></p>'),
    added("contact-fact", "a neighbour's number", '<p><a href="tel:+4722331160"><bdi dir="ltr">+47 22 33 11 60</bdi></a></p>'),
    added("contact-fact", "a number of nobody", '<p><a href="tel:+3726607321"><bdi dir="ltr">+372 660 7321</bdi></a></p>'),
    added("contact-fact", "a text message to a line that answers none", '<p><a href="sms:116006"><bdi dir="ltr">116006</bdi></a></p>'),
    added("contact-fact", "somebody's own e-mail address", '<p><a href="mailto:editor@example.org">Write to us</a></p>'),
    on_page("local-number", "a digit of the spelling inside the country", EE, LOCAL, LOCAL.replace("7320", "7321")),
    on_page("local-number", "the direction of the spelling inside the country is lost", EE, LOCAL, LOCAL.replace(' dir="ltr"', "")),
    on_page("plain-number", "a digit on the poster", POSTER, BIG, BIG.replace("7320", "7321")),
    on_page("plain-number", "the direction of the poster's number is lost", POSTER, BIG, BIG.replace(' dir="ltr"', "")),
    added("shown-link-address", "a link shows another address than it opens", '<p><a href="https://www.lasteabi.ee" rel="noreferrer">www.palunabi.ee</a></p>'),
    added("address-in-text", "an e-mail address as text", "<p>Write to help@example.org.</p>"),
    added("address-in-text", "a web address as text", "<p>See https://www.example.org/help for more.</p>"),
    # the pages of countries
    on_page("missing-contact", "the emergency number is lost", EE, '<a class="call" href="tel:112"><span class="vh">Call </span><bdi dir="ltr">112</bdi></a>', ""),
    on_page("missing-contact", "the emergency number is hidden", EE, '<div class="sos">', '<div class="sos" hidden>'),
    on_page("card-of-service", "an address stands in the neighbour's card", EE, '<dt>Website</dt><dd><a href="https://www.lasteabi.ee" rel="noreferrer">www<wbr>.lasteabi<wbr>.ee</a></dd>\n', "",
            Change(EE, "<dt>What they offer</dt><dd>Information</dd>", '<dt>What they offer</dt><dd>Information</dd><dd><a href="https://www.lasteabi.ee" rel="noreferrer">www<wbr>.lasteabi<wbr>.ee</a></dd>')),
    on_page("card-hours", "a day too many", EE, "Mon–Thu <data", "Mon–Fri <data"),
    on_page("card-hours", "the hours of Friday are lost", EE, '<br>Fri <data class="hours" value="8:30–15:30">8:30–15:30</data>', ""),
    on_page("card-hours", "another service's hours", EE, '10:00–24:00</data></dd>', '10:00–24:00</data></dd><dd>Fri <data class="hours" value="8:30–15:30">8:30–15:30</data></dd>'),
    on_page("sheet-number", "the emergency number on the poster is lost", POSTER, DANGER, "In danger now"),
    on_page("sheet-number", "the emergency number on the screen to show is lost", SHOW, '<a class="call" href="tel:112"><bdi dir="ltr">112</bdi></a>\n', ""),
    added("country-mark", "a part of the page is marked as another country", '<p data-country="NO">Text</p>'),
    added("country-mark", "a part of a page is marked by a language", '<p data-country="ET">Text</p>', LINES),
    on_page("emergency-number", "the wrong country has another emergency number", HOME, 'data-not-for="UA"', 'data-not-for="EE"'),
    on_page("emergency-number", "the home page does not say where its number does not work", HOME, ' data-not-for="UA"', ""),
    # text
    added("digit-run", "a number as text", "<p>Call 116 007.</p>"),
    added("digit-run", "a number with a link inside it", "<p>Call <b>660</b> 7321.</p>"),
    added("digit-run", "a neighbour's short code", "<p>Call 1547.</p>"),
    added("digit-run", "a number that only a screen reader tells", '<p aria-label="116 007">Call</p>'),
    added("digit-run", "a number in Arabic digits", "<p>Call ١١٦٠٠٧.</p>"),
    added("digit-run", "a number in data for search engines", '<script type="application/ld+json">{"telephone": "+372 660 7321"}</script>'),
    on_page("digit-run", "a digit behind a number", EE, PHONE, PHONE + " 5"),
    in_head("digit-run", "a number in the description", '<meta name="keywords" content="116 007">'),
    on_page("css-text", "a number in a style sheet", EE, "bdi{", '.call::after{content:"116007"}bdi{'),
    added("leftover", "a template's mark", "<p>{{ country.name }}</p>"),
    added("leftover", "a placeholder", "<p>Call {emergency}.</p>"),
    added("leftover", "an empty value of the program", "<p>Open: None</p>"),
    added("leftover", "the stars of bold type", "<p>**Do not** go.</p>"),
    added("leftover", "the identity of a text", "<p>ui#leave</p>"),
    added("reading-order", "a sign that turns the direction of writing", "<p>Text \u202eturned</p>"),
    added("reading-order", "a number turned round", '<p><bdo dir="rtl">text</bdo></p>'),
    # what the type of an element promises
    on_page("card-dates", "another date of the source, shown alike", EE, STATED, STATED.replace("2023-03-09", "2024-03-09").replace("9, 2023", "9, 2024")),
    on_page("card-dates", "the date of the neighbour's source", EE, '(<time datetime="2023">2023</time>)', '(<time datetime="2020">2020</time>)'),
    on_page("date-item", "a source's date shows another year", EE, STATED, STATED.replace("March 9, 2023", "March 9, 2024")),
    on_page("date-item", "day and month of a date are swapped", EE, STATED, STATED.replace("March 9", "September 3")),
    on_page("date-item", "another month in Ukrainian", UK, ">21 січня", ">21 лютого"),
    on_page("hours-item", "hours on the poster", POSTER, 'value="8:30–15:30">8:30–15:30', 'value="8:30–15:00">8:30–15:00'),
    on_page("opening-clock", "the script counts another minute", EE, 'data-week="510-990,', 'data-week="510-960,'),
    on_page("opening-clock", "the script counts by another zone", EE, '510-930,," data-zone="Europe/Tallinn"', '510-930,," data-zone="Europe/Oslo"'),
    on_page("law-item", "a digit of a law's number", GLOSSARY, '<data class="law" value="(EU) 2022/382">(EU) 2022/382', '<data class="law" value="(EU) 2022/383">(EU) 2022/383'),
    on_page("law-item", "a law's number and its value differ", GLOSSARY, 'value="(EU) 2022/382">', 'value="(EU) 2022/328">'),
    added("name-item", "a name that nobody bears", '<p><data class="name" value="Line 116 007">Line 116 007</data></p>'),
    on_page("figure-item", "a count of texts that is none", COUNTS, "</tbody></table>", '<tr><td><data class="figure" value="99999">99999</data></td></tr></tbody></table>'),
    on_page("prefix-item", "the neighbour's prefix", WHICH, '<data class="prefix" value="+372"><bdi dir="ltr">+372</bdi>', '<data class="prefix" value="+371"><bdi dir="ltr">+371</bdi>'),
    added("title-item", "a title that no source bears", '<p><cite lang="et">Abi numbrilt 116 007</cite></p>'),
    on_page("title-item", "a title in the wrong language", EE, END, '<p><cite lang="en">Ohvriabinumbrilt 116 006 saab abi ööpäevaringselt</cite></p>' + END),
    on_page("qr-code", "the code of another address", POSTER, 'stroke="#000" d="M4 4.5h7', 'stroke="#000" d="M4 4.5h8'),
    added("known-type", "a type that nobody proves", '<p><data class="number" value="116007">116007</data></p>'),
    # languages and addresses
    on_page("page-language", "the page is marked as another language", UK, '<html lang="uk"', '<html lang="ru"'),
    on_page("page-language", "the page is marked as no language", UK, '<html lang="uk"', "<html"),
    on_page("text-direction", "the page is turned round", EE, 'dir="ltr">\n<head>', 'dir="rtl">\n<head>'),
    on_page("language-code", "a name is marked with the code of the country", EE, '<span lang="et" dir="ltr">Lasteabitelefon', '<span lang="ee" dir="ltr">Lasteabitelefon'),
    on_page("canonical", "the canonical address of another country", EE, 'rel="canonical" href="https://seamark.example/help/ee/"', 'rel="canonical" href="https://seamark.example/help/no/"'),
    on_page("canonical", "the canonical address of the English page", UK, 'rel="canonical" href="https://seamark.example/uk/help/ee/"', 'rel="canonical" href="https://seamark.example/help/ee/"'),
    on_page("canonical", "no canonical address", EE, '<link rel="canonical" href="https://seamark.example/help/ee/">', ""),
    in_head("alternates", "an alternate that is another page", '<link rel="alternate" hreflang="uk" href="https://seamark.example/uk/">'),
    on_page("switcher", "the language menu leads to the first page", EE, 'href="../../uk/help/ee/"', 'href="../../uk/"'),
    on_page("switcher", "a language is lost from the menu", EE, '<li><a href="../../uk/help/ee/" hreflang="uk" lang="uk">Українська</a></li>', ""),
    on_page("switcher", "the menu marks the wrong language", UK, ' lang="uk" aria-current="true">', ' lang="uk">'),
    on_page("switcher", "the language menu is lost", EE, '<nav class="languages"', '<nav class="language"'),
    added("other-language", "a Ukrainian page leads to an English one", '<a href="../../../signs/">Text</a>', UK),
    on_page("title", "an empty title", EE, "<title>Help in Estonia · Seamark</title>", "<title></title>"),
    on_page("title", "two titles", EE, "<title>", "<title>Seamark</title><title>"),
    on_page("translated-title", "the title is left in English", "uk/signs/index.html", "<title>", "<title>Signs of trafficking · Seamark</title><!--",
            Change("uk/signs/index.html", "· Seamark</title>\n<style>", "· Seamark</title>-->\n<style>")),
    on_page("main-heading", "two main headings", EE, '<h2 id="now">', '<h1>Help</h1><h2 id="now">'),
    on_page("main-heading", "the heading becomes a smaller one", EE, "<h1>Help in Estonia</h1>", "<h2>Help in Estonia</h2>"),
    on_page("description", "the description is lost", EE, '<meta name="description"', '<meta name="keywords"'),
    added("english-words", "an English text on a Ukrainian page", "<p>The text below is in English only.</p>", UK),
    on_page("translated-description", "the English description on a Ukrainian page", "uk/signs/index.html", "Що часто помітно, коли людину експлуатують, і що ви можете зробити.", "What people who are being exploited often show, and what you can do."),
    on_page("figure-tables", "two years of a table are exchanged", FIGURES, YEARS.format("98", "97"), YEARS.format("97", "98")),
    on_page("figure-sources", "a table loses the year of its source", FIGURES, f"{SOURCE_OF_TOTAL}, <time datetime=\"2020\">2020</time>", SOURCE_OF_TOTAL),
    on_page("official-names", "the language of a name is lost", EE, '<span lang="et" dir="ltr">Ohvriabi kriisitelefon</span>', "Ohvriabi kriisitelefon"),
    added("no-flags", "a flag for a country", "<p>🇪🇪</p>"),
    on_page("same-steps", "a point of a list is lost", UK, '<li><a href="../../card/ee/">', '<div><a href="../../card/ee/">'),
    # what the page loads, and where it leads
    added("third-party", "a picture from elsewhere", '<img src="https://stats.example/p.gif" alt="">'),
    in_head("third-party", "letters from elsewhere", '<link rel="stylesheet" href="https://fonts.example/css">'),
    in_head("third-party", "a script that counts visitors", '<script src="//stats.example/c.js"></script>'),
    added("third-party", "a film from elsewhere", '<iframe src="https://video.example/1"></iframe>'),
    on_page("third-party", "a style sheet that loads a picture", EE, "bdi{", "body{background:url(https://stats.example/p.gif)}bdi{"),
    added("link-scheme", "a link without encryption", '<a href="http://www.palunabi.ee">Text</a>'),
    added("link-scheme", "a script in a link", '<a href="javascript:history.back()">Back</a>'),
    added("root-absolute", "a link from the root", '<a href="/help/">Help</a>'),
    added("root-absolute", "a relative link where nobody knows where it leads", '<a href="help/">Help</a>', LOST),
    added("broken-link", "a page that is not there", '<a href="../lv/">Latvia</a>'),
    added("broken-link", "a picture that is not there", '<img src="../../assets/map.svg" alt="">'),
    added("repeated-id", "two parts with one id", '<p id="ee-note">Text</p><p id="ee-note">Text</p>'),
    added("broken-anchor", "a place that is not there", '<a href="#ee-1492">Text</a>'),
    added("broken-anchor", "a place that is not on the other page", '<a href="../no/#no-rosa-2">Text</a>'),
    added("external-link", "an address that no data hold", '<a href="https://www.example.org/" rel="noreferrer">Text</a>'),
    added("external-link", "an address of another country", '<a href="https://rosanorge.no" rel="noreferrer">Text</a>'),
    # the frame
    on_page("exit-link", "the way out is lost", EE, 'id="exit"', 'id="leave"'),
    on_page("exit-link", "the way out in a language that the reader may not know", EE, EXIT, EXIT.replace("en.wikipedia.org/wiki/Main_Page", "uk.wikipedia.org/")),
    on_page("exit-link", "the way out in another language", UK, 'href="https://uk.wikipedia.org/" rel="noreferrer nofollow"', 'href="https://en.wikipedia.org/wiki/Main_Page" rel="noreferrer nofollow"'),
    on_page("exit-link", "the way out opens a second window", EE, EXIT, EXIT.replace(' rel="', ' target="_blank" rel="')),
    on_page("exit-link", "the way out tells where the reader was", EE, EXIT, EXIT.replace("noreferrer ", "")),
    on_page("exit-link", "another link stands before the way out", EE, '<nav class="exit"', '<a href="#main">Skip</a><nav class="exit"'),
    on_page("exit-link", "a field jumps before the way out", EE, '<h2 id="now">', '<h2 id="now" tabindex="1">'),
    on_page("exit-link", "the way out is hidden", EE, '<nav class="exit"', '<nav hidden class="exit"'),
    on_page("stage", "search engines are let in", EE, '<meta name="robots" content="noindex">', ""),
    on_page("stage", "the notice of the preview is lost", EE, '<p class="note preview">', '<p class="note">'),
    on_page("head", "other sites learn where the reader was", EE, '<meta name="referrer" content="no-referrer">', ""),
    on_page("head", "the page does not fit the screen of a phone", EE, '<meta name="viewport" content="width=device-width, initial-scale=1">', ""),
    on_page("head", "the sign set is lost", UK, '<meta charset="utf-8">', ""),
    added("sunset", "the site says that it is old before anybody confirmed it", '<div data-sunset="2026-01-01"><p>Old</p></div>'),
    # lines that rest
    added("retired-contact", "the number of a paused line in a remark", "<!-- +380 800 500 202 -->", UA),
    added("retired-contact", "the number of a paused line, as it is written at home", "<!-- 0 800 500-202 -->", UA),
    on_page("tombstone", "another line's number stands where a paused line stood", UA, 'id="ua-police-callcentre">', 'id="ua-police-callcentre"><a class="call" href="tel:1547"><bdi dir="ltr">1547</bdi></a>'),
    # the site as a whole
    on_page("readable", "the page is cut off", POSTER, "</html>", ""),
    on_page("readable", "the page is stored as Latin-1", f"uk/{POSTER}", "<h1>", "<h1>\udce4"),
    Fault("every-language", "old pages are left on the server",
          (Change("about/private/index.html", "about/privacy", "about/private", like="about/privacy/index.html"),
           Change("uk/about/private/index.html", "about/privacy", "about/private", like="uk/about/privacy/index.html")),
          at=("about/private/index.html", "uk/about/private/index.html")),
    on_page("translation-status", "the counts of another build", "about/translation.json", '"total": {\n    "reviewed": 0', '"total": {\n    "reviewed": 1'),
    on_page("sitemap", "the sitemap is lost", "sitemap.xml", "", None),
    on_page("sitemap", "a page is lost from the sitemap", "sitemap-en.xml", "<url><loc>https://seamark.example/help/ee/</loc>", "<url><loc>https://seamark.example/help/lv/</loc>"),
    on_page("sitemap", "an alternate of another page", "sitemap-en.xml", "<loc>https://seamark.example/help/ee/</loc>\n\n<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://seamark.example/help/ee/\"/>",
            "<loc>https://seamark.example/help/ee/</loc>\n\n<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://seamark.example/help/no/\"/>"),
    on_page("style-sheet", "letters from elsewhere", "assets/extra.css", None, "@import url(https://fonts.example/css);"),
    on_page("style-sheet", "a number in a style sheet", "assets/extra.css", None, '.call::after{content:"116007"}'),
    on_page("assets-once", "a language has its own assets", "uk/assets/icon.svg", None, "<svg xmlns='http://www.w3.org/2000/svg'/>", at=("uk/assets",)),
)  # fmt: skip
