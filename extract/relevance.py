"""Whether a page is about the neutrality of civil servants at all: the cheap test that most pages stop at.

It reads the raw string, before any sentence is cut, and errs on the side of reading on: a page passes when it speaks of
officials, of an election and of a side being taken, often enough that it is not a passing mention.
"""

from __future__ import annotations

import re
from itertools import islice

READ = 20_000  # characters read: news says what it is about near its beginning
OFFICIALS = re.compile(
    r"\b(?:ASN|PNS|PPPK|P3K|KASN|BKN|BKPSDM\w*|[Pp]egawai [Nn]egeri|[Aa]paratur|[Aa]bdi [Nn]egara|[Kk]ades|KADES"
    r"|[Cc]amat|CAMAT|[Ll]urah|LURAH"
    r"|[Kk]epala (?:[Dd]esa|[Dd]inas|[Bb]adan|[Kk]ampung|[Ss]ekolah|[Dd]istrik|[Pp]ekon|[Pp]uskesmas|[Bb]agian"
    r"|[Bb]idang)|[Kk]ad(?:is|ik)\w*|[Kk]abag|[Kk]abid|[Kk]epsek|[Ss]ekda\w*|SEKDA"
    r"|[Ww]ali [Nn]agari|[Pp]erbekel|[Kk]uwu|[Kk]euchik|[Pp]ambakal|[Hh]ukum [Tt]ua|[Pp]erangkat [Dd]esa"
    r"|[Kk]arang [Tt]aruna|[Ii]nspektorat|[Pp]enjabat|Pjs?|Plt|[Pp]etahana|[Pp]ejabat|[Gg]uru|[Dd]osen|[Pp]egawai"
    r"|[Hh]onorer|[Bb]idan|[Ss]atpol|[Bb]upati|[Ww]ali ?[Kk]ota|[Gg]ubernur|[Rr]ektor|[Dd]usun)\b"
)
ELECTION = re.compile(
    r"\b(?:pilkada\w*|pilgub|pilbup|pilwa\w+|pilkota|pemilu\w*|pemilihan|pilpres|pileg|paslon\w*"
    r"|(?:bakal )?pasangan calon|bawaslu\w*|panwas\w*|kpud?|kip|kampanye|ba?caleg"
    r"|capres|cawapres|cabup|cawabup|cagub|cawagub|cawa\w*kot|calon (?:bupati|wali ?kota|gubernur|presiden|wakil"
    r"|legislatif|anggota)|gakkumdu|psu|petahana|incumbent|inkumben)\b",
    re.IGNORECASE,
)
SIDE = re.compile(
    r"\b(?:\w*netral\w*|politik praktis|(?:ke)?ber(?:pihak|kampanye)\w*|memihak|(?:meng|di)?kampanye\w*|(?:men"
    r"|di)?dukung\w*|(?:me)?menangkan|menguntungkan|pasal (?:71|188|189|280|282|283|490|494)"
    r"|mutasi|memutasi|yel-?yel|pose|acung\w*|deklarasi|kode etik|nyaleg|klarifikasi|terdakwa|divonis|penjara"
    r"|sanksi\w*|disanksi|pemenangan|cawe-cawe|(?:me)?langgar\w*|pelanggaran\w*)\b",
    re.IGNORECASE,
)
ENOUGH = 6  # places in all that a page must speak of them: the briefest reports do so six times


def relevant(title: str, text: str) -> bool:
    """Tell whether an article may concern the neutrality of civil servants; linear in what is read, no state."""
    raw = f"{title}\n{text[:READ]}"
    places = [_places(subject, raw) for subject in (OFFICIALS, ELECTION, SIDE)]
    return places[0] > 0 and sum(places[1:]) > 1 and sum(places) >= ENOUGH


def _places(subject: re.Pattern[str], raw: str) -> int:
    """How often a subject is spoken of, counted up to what is enough."""
    return sum(1 for _ in islice(subject.finditer(raw), ENOUGH))
