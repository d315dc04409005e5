"""Links to the call: which are opened from here, and which are refused."""

import pytest
from hypothesis import given, settings, strategies

from app.cohorts.links import HOSTS, PARENT_HOSTS, meeting_link, service_of
from app.errors import Rejected


@pytest.mark.parametrize(
    ("link", "service"),
    [
        ("https://zoom.us/j/98765432100?pwd=abc", "Zoom"),
        ("https://us02web.zoom.us/j/98765432100", "Zoom"),
        ("https://teams.microsoft.com/l/meetup-join/19%3ameeting", "Teams"),
        ("https://teams.live.com/meet/9312345678", "Teams"),
        ("https://meet.google.com/abc-defg-hij", "Google Meet"),
    ],
)
def test_links_of_the_three_services_are_kept_as_they_are(link: str, service: str) -> None:
    assert meeting_link(f"  {link} ") == link
    assert service_of(link) == service


def test_capitals_in_the_host_are_the_same_host() -> None:
    assert meeting_link("https://Meet.Google.com/abc-defg-hij") == "https://meet.google.com/abc-defg-hij"


def test_no_link_means_no_call() -> None:
    assert meeting_link("  ") == ""


@pytest.mark.parametrize(
    "link",
    [
        "https://example.com/j/1",
        "https://zoom.us.example.com/j/1",
        "https://notzoom.us/j/1",
        "https://example.com/zoom.us",
        "https://microsoft.com/l/meetup-join",
        "https://google.com/meet",
        "https://evil.teams.microsoft.com.in/",
    ],
)
def test_other_hosts_are_refused(link: str) -> None:
    with pytest.raises(Rejected, match="link-elsewhere"):
        meeting_link(link)


@pytest.mark.parametrize(
    "link",
    [
        "http://zoom.us/j/1",
        "javascript:alert(1)//zoom.us",
        "zoom.us/j/1",
        "https://zoom.us@example.com/",
        "https://somebody:secret@zoom.us/j/1",
        "https://zoom.us:8443/j/1",
        "https://zoom.us:port/j/1",
        "https://zoom.us/j/1 or this",
        'https://zoom.us/j/"><script>',
        "https://zoom.us\\@example.com",
        "https://[zoom.us/j/1",
        "https://zoom.us/" + "j" * 1_000,
        "98765432100",
    ],
)
def test_what_is_not_a_plain_https_link_is_refused(link: str) -> None:
    with pytest.raises(Rejected, match="link-unclear"):
        meeting_link(link)


@given(strategies.text(alphabet="htps:/.@zoomus-exaple\\?#%[]\n\t", max_size=40))
@settings(derandomize=True, deadline=None)
def test_whatever_is_kept_leads_to_one_of_the_services(text: str) -> None:
    try:
        link = meeting_link(text)
    except Rejected:
        return
    host = link.removeprefix("https://").split("/")[0].split("?")[0].split("#")[0]
    assert link == "" or host in HOSTS or host.endswith(PARENT_HOSTS)
