"""Pages as bad as they come: the reader neither fails nor accuses anybody whom the page does not accuse."""

from __future__ import annotations

import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from extract.encoder import SHIPPED
from extract.manifest import ModelError
from extract.read import Reader
from extract.reading import Article, Reading, decode, encode, quotations

CASE = """\
Camat Wringin Jaya, Suradi Prawira, dilaporkan ke Bawaslu karena diduga tidak netral. Ia mengajak warga memilih \
pasangan calon nomor urut dua saat kampanye pilkada di Desa Sumber Waras, Sabtu (12/10/2024).

Ketua Bawaslu Jember, Nindya Larasati, membenarkan laporan itu. “Terlapor akan kami panggil,” kata Nindya, \
Senin."""
PAGES = {
    "english": """\
The district head was reported to Bawaslu for breaching the neutrality of civil servants (ASN, PNS) ahead of the \
pilkada. Anthony Carrington, chair of Bawaslu, said the agency would summon Michael Bradbury over the kampanye. \
"We have received the report," Carrington said. Observer Jonathan Whitfield said sanctions for ASN were too \
light in every pemilu.""",
    "javanese": """\
Bupati Wiratmaja ngelingake kabeh ASN lan PNS supaya netral ing pilkada. "Aja nganti melu kampanye paslon," \
ngendikane Wiratmaja, dina Senin. Ketua Bawaslu Sastrowijaya nambahake yen ASN sing nglanggar netralitas bakal \
kena sanksi.""",
    "malay": """\
Pegawai kerajaan diingatkan supaya kekal berkecuali dalam pilihan raya, kata Datuk Zulkefli Hamdan. Beliau \
berkata penjawat awam dan pegawai negeri tidak boleh berkempen. Pemilu di Indonesia juga melarang ASN dan PNS \
menyertai kampanye.""",
    "appeal in capitals": """\
BUPATI WIRATMAJA MENGINGATKAN SELURUH ASN AGAR NETRAL DALAM PILKADA. "JANGAN IKUT KAMPANYE PASLON," KATA \
WIRATMAJA. KETUA BAWASLU SASTROWIJAYA MENAMBAHKAN ASN YANG MELANGGAR NETRALITAS DAPAT DIKENAI SANKSI.""",
    "appeal without punctuation": """\
bupati Wiratmaja mengingatkan seluruh ASN agar netral dalam pilkada jangan ikut kampanye paslon kata Wiratmaja \
ketua Bawaslu Sastrowijaya menambahkan ASN yang melanggar netralitas dapat dikenai sanksi""",
    "captions": """\
DKIPemprov DKI mengingatkan ASNnetral di pilkada.FotoBupati Wiratmaja (kiri)bersama Ketua BawasluSastrowijaya \
saat apel netralitas ASN menjelang kampanye pemilu.Dok.PemkabKata Wiratmaja, PNS dilarang mendukung paslon.""",
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, text: str, title: str = "") -> Reading:
    """The Reading of a text, its offsets and words checked."""
    reading = reader.read(Article(id="x", text=text, title=title))
    assert all(text[q.start : q.end] == q.quote for q in quotations(reading))
    assert decode(encode(reading)) == reading
    return reading


def accused(reading: Reading) -> set[str]:
    return {o.name for o in reading.officials if o.role == "accused" and o.standing != "cleared"}


@pytest.mark.parametrize("page", PAGES)
def test_nobody_is_accused_where_nobody_is(reader: Reader, page: str) -> None:
    assert accused(read(reader, PAGES[page])) == set()


BENT = {
    "as it is": CASE,
    "one line": " ".join(CASE.split()),
    "direction marks": CASE.replace(" ", " \u200f\u202a"),
    "zero width": CASE.replace("a", "a\u200b"),
    "soft hyphens": CASE.replace("ra", "ra\u00ad"),
    "emoji": CASE.replace(". ", ". 🙏🏽👨‍👩‍👧 ").replace("Suradi", "😀Suradi"),
    "composed": unicodedata.normalize("NFC", CASE.replace("Suradi", "Surádi")),
    "decomposed": unicodedata.normalize("NFD", CASE.replace("Suradi", "Surádi")),
    "half composed": CASE.replace("Suradi", "Sura\u0301di", 1) + " Surádi diam.",
    "capitals": CASE.upper(),
    "no punctuation": CASE.replace(".", "").replace(",", "").replace("“", "").replace("”", ""),
    "glued": CASE.replace("Camat ", "Camat").replace("\n\n", "").replace("Bawaslu ", "Bawaslu"),
    "control characters": CASE.replace(" ", " \x07", 5) + "\x1b[31m\x00",
}


@pytest.mark.parametrize("page", BENT)
def test_only_the_reported_camat_may_be_accused(reader: Reader, page: str) -> None:
    for name in accused(read(reader, BENT[page], "Camat Wringin Jaya Dilaporkan")):
        assert "sur" in name.lower(), f"{name} only speaks"


def test_ten_thousand_names(reader: Reader) -> None:
    names = ", ".join(f"{a}{b}a {c}o" for a in "BDGHJKLMNPRSTW" for b in ("udi", "eni", "ori") for c in _names(239))
    reading = read(reader, f"{CASE}\n\nYang hadir dalam apel netralitas ASN adalah {names}.")
    assert accused(reading) <= {"Suradi Prawira"}
    assert len(reading.officials) > 500


def _names(count: int) -> list[str]:
    parts = "wir les tar gan sur bim ran pal sen kir dem hal jat mul nug pra".split()
    return [(parts[n // 16] + parts[n % 16]).capitalize() for n in range(count)]


@pytest.mark.parametrize("name", sorted(p.name for p in SHIPPED.iterdir()))
def test_a_missing_or_damaged_model_is_one_line_and_code_2(tmp_path: Path, name: str) -> None:
    for file in SHIPPED.iterdir():
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / name).unlink()
    with pytest.raises(ModelError, match=name):
        Reader(tmp_path)
    (tmp_path / name).write_bytes((SHIPPED / name).read_bytes()[:200])
    with pytest.raises(ModelError, match=name):
        Reader(tmp_path)


def test_the_command_line_says_so_in_one_line(tmp_path: Path) -> None:
    for ending in (".json", ".gold.json"):
        shutil.copy(Path(__file__).parents[1] / "training" / "articles" / f"oa03{ending}", tmp_path)
    command = [sys.executable, "-m", "netralitas", "evaluate", str(tmp_path), "--model", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "missing" in done.stderr
    assert done.stdout == ""
