"""Why a look ended as it did, in words for editors. `looks.json` holds the keys."""

from __future__ import annotations

# What contradicts, and what to do about it.
CONTRADICTIONS = {
    "absent": "The page can be read, and the contact is not on it.",
    "replaced": "The page can be read, the contact is not on it, and another number stands beside the name of the service.",
    "conflict": "A link on the page shows one number and dials another.",
}
# What was not learned, and why. Each reason is somebody's next step, so none of them counts as success.
UNKNOWNS = {
    "no-address": "The source has no web address, so no program can look. Ask the service.",
    "gone": "The page is no longer there. Find its new address, or another source.",
    "moved": "The page moved to another site, and the contact stands there. Look there, then correct the source's address.",
    "moved-absent": "The page moved to another site, and the contact was not found there. Ask the service.",
    "elsewhere": "The address leads to another site for now. Look at it in a browser.",
    "insecure": "The address leads from a secure to an insecure one, which is not followed.",
    "redirects": "The address leads in a circle, or through too many others.",
    "robots": "The site asks programs to stay away. Look at it in a browser.",
    "refused": "The site refused this program. Look at it in a browser.",
    "server-error": "The site answered that it has a fault.",
    "timeout": "The site did not answer in time.",
    "unreachable": "The site could not be reached.",
    "broken-off": "The connection broke off before the page was whole.",
    "too-large": "The page is too large to be read whole.",
    "content-type": "The address holds neither a page nor a PDF.",
    "unreadable": "The PDF could not be read.",
    "bad-address": "The address of the source, or one to which it leads, is not a public web address. Correct it.",
    "no-text": "The page tells a program next to nothing: a script or picture shows its content, or it is broken. Use a browser.",
    "only-in-code": "The contact stands only in the page's code, not in its text. Look at it in a browser.",
    "longer-digits": "The digits stand on the page only among other digits, so they may be part of another number.",
    "no-context": "The digits stand on the page, but nothing beside them says that they are this service's number.",
    "no-name": "The contact is there, but the page names neither the service nor its operator. Look at it in a browser.",
    "not-reached": "The time of the run was over before this page's turn.",
    "fault": "This program failed on the page; that is a mistake of the program.",
}
REASONS = CONTRADICTIONS | UNKNOWNS
