"""What a page may cost its reader: the limits that the tests and the audit hold the pages to."""

KILOBYTE = 1_000  # bytes on the wire: gzip, and the headers of the answers
QUIET_BYTES, QUIET_REQUESTS = 14 * KILOBYTE, 3
OTHER_BYTES, OTHER_REQUESTS = 50 * KILOBYTE, 8
QUIET_FIRST_CALL, OTHER_FIRST_CALL = 2 * 1024, 4 * 1024  # bytes, gzip, before the first link to call
