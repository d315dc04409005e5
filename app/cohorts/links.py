"""Links to the call: only the services we know, and only as a link that opens a call.

The rules of this file
- A link is shown to a whole batch and tapped without thought. So only https, and only the hosts of the three services.
- Parts of a link that could carry somebody else's name or password to another host are refused with it.
"""

from urllib.parse import urlsplit, urlunsplit

from flask_babel import gettext as _

from app.errors import Rejected

HOSTS = frozenset({"zoom.us", "teams.microsoft.com", "teams.live.com", "meet.google.com"})
PARENT_HOSTS = (".zoom.us",)  # Zoom gives each region and each customer a host of its own: us02web.zoom.us
LONGEST = 1_000  # characters; Teams links have about 300


def meeting_link(text: str) -> str:
    """The link as it will be opened; empty stays empty (no call). Raises `Rejected`: link-unclear, link-elsewhere."""
    link = text.strip()
    if not link:
        return ""
    try:
        parts = urlsplit(link)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        raise _unclear() from None
    if len(link) > LONGEST or any(ord(char) < 33 or char in '\\"<>' for char in link) or not host:
        raise _unclear()
    if parts.scheme != "https" or parts.username is not None or parts.password is not None or port not in (None, 443):
        raise _unclear()
    if host not in HOSTS and not host.endswith(PARENT_HOSTS):
        raise Rejected("link-elsewhere", _("Only links of Zoom, Teams and Google Meet are opened from here."))
    return urlunsplit(("https", host, parts.path, parts.query, parts.fragment))


def service_of(link: str) -> str:
    """What people call the service behind a link that `meeting_link` let pass."""
    host = urlsplit(link).hostname or ""
    if host.endswith("zoom.us"):
        return "Zoom"
    return "Google Meet" if host == "meet.google.com" else "Teams"


def _unclear() -> Rejected:
    return Rejected("link-unclear", _("That is not a link to a call. Copy the whole link; it begins with https://"))
