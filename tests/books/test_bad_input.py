"""What cannot be read gets one clear sentence: the file, the reason, what to do."""

from __future__ import annotations

import os
import random
import zipfile

import pytest

from reader.background import CancelToken
from reader.books.registry import Limits, read_book
from reader.errors import (
    Cancelled,
    DamagedBook,
    EmptyBook,
    OversizedBook,
    ProtectedBook,
    UnsupportedBook,
)
from tests.books.making import make_epub, make_zip

AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
OBFUSCATED = "http://www.idpf.org/2008/embedding"


def encryption(algorithm: str, member: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#">'
        f'<EncryptionMethod Algorithm="{algorithm}"/><CipherData>'
        f'<CipherReference URI="{member}"/></CipherData></EncryptedData></encryption>'
    )


def refused(path, kind, **options):
    with pytest.raises(kind) as caught:
        read_book(path, **options)
    error = caught.value
    assert error.subject == path.name
    assert error.reason.endswith(".")
    assert error.remedy.endswith(".")
    assert "\n" not in str(error)
    return error


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("empty.epub", b"", EmptyBook),
        ("blank.txt", b" \n\n\t", EmptyBook),
        ("blank.html", b"<html><body> </body></html>", EmptyBook),
        ("paper.epub", b"%PDF-1.7\n%abc", UnsupportedBook),
        ("notes.epub", b"This is not a book.\n", UnsupportedBook),
        (
            "page.epub",
            b"<!DOCTYPE html><html><body><p>Error 404</p></body></html>",
            UnsupportedBook,
        ),
        ("kindle.mobi", b"\0" * 60 + b"BOOKMOBI" + b"\0" * 100, UnsupportedBook),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, UnsupportedBook),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, UnsupportedBook),
        ("noise.txt", random.Random(1).randbytes(5000), UnsupportedBook),
        ("rich.rtf", b"{\\rtf1 hello}", UnsupportedBook),
        ("cut.epub", b"PK\x03\x04" + b"\0" * 200, DamagedBook),
    ],
)
def test_not_a_book(tmp_path, name, content, kind):
    path = tmp_path / name
    path.write_bytes(content)
    refused(path, kind)


def test_a_folder_and_a_missing_file(tmp_path):
    folder = tmp_path / "folder.epub"
    folder.mkdir()
    assert "folder" in refused(folder, UnsupportedBook).reason
    assert "no such file" in refused(tmp_path / "nowhere.epub", UnsupportedBook).reason


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("text")
    path.chmod(0)
    assert "permission" in refused(path, UnsupportedBook).reason


def test_a_file_that_the_system_will_not_open(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text("text")

    def forbidden(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", forbidden)
    assert "permission" in refused(path, UnsupportedBook).reason


def test_other_zip_files_get_advice(tmp_path):
    word = make_zip(tmp_path / "letter.docx", {"word/document.xml": "<x/>"})
    assert "Word" in refused(word, UnsupportedBook).reason
    archive = make_zip(tmp_path / "photos.zip", {"a.jpg": b"x"})
    assert "Unpack" in refused(archive, UnsupportedBook).remedy


def test_every_truncation_is_damage_not_a_crash(tmp_path):
    whole = make_epub(tmp_path / "b.epub", {"a.xhtml": "<p>Text.</p>" * 50}).read_bytes()
    path = tmp_path / "cut.epub"
    for share in (0.3, 0.6, 0.9, 0.99):
        path.write_bytes(whole[: int(len(whole) * share)])
        refused(path, DamagedBook)


def test_a_zip_without_its_beginning_is_damaged(tmp_path):
    whole = make_epub(tmp_path / "b.epub", {"a.xhtml": "<p>Text.</p>" * 50}).read_bytes()
    path = tmp_path / "cut.epub"
    path.write_bytes(whole[len(whole) // 3 :])
    refused(path, DamagedBook)


def test_an_epub_without_its_package_document(tmp_path):
    path = make_zip(tmp_path / "b.epub", {"mimetype": "application/epub+zip"})
    refused(path, DamagedBook)


def test_an_encrypted_text_is_protected(tmp_path):
    path = make_epub(
        tmp_path / "b.epub",
        {"a.xhtml": "<p>x</p>"},
        extra={
            "META-INF/encryption.xml": encryption(AES, "OEBPS/a.xhtml"),
            "META-INF/license.lcpl": "{}",
        },
    )
    assert "LCP" in refused(path, ProtectedBook).reason


def test_obfuscated_fonts_and_encrypted_pictures_are_no_lock(tmp_path):
    for algorithm, member in ((OBFUSCATED, "OEBPS/f.otf"), (AES, "OEBPS/p.jpg")):
        path = make_epub(
            tmp_path / "b.epub",
            {"a.xhtml": "<p>x</p>"},
            extra={"META-INF/encryption.xml": encryption(algorithm, member), member: b"?"},
        )
        assert read_book(path).chapters[0].text == "x"


def test_a_zip_bomb_is_refused(tmp_path):
    path = make_epub(tmp_path / "b.epub", {"a.xhtml": "<p>x</p>"})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("OEBPS/style.css", b" " * 20_000_000)
    refused(path, OversizedBook)


def test_limits_hold_for_members_text_and_number(tmp_path):
    path = make_epub(tmp_path / "b.epub", {f"{n}.xhtml": "<p>word</p>" * 30 for n in range(9)})
    refused(path, OversizedBook, limits=Limits(members=5))
    refused(path, OversizedBook, limits=Limits(member=300))
    refused(path, OversizedBook, limits=Limits(text=3000))
    refused(path, OversizedBook, limits=Limits(package=1000))
    assert read_book(path, limits=Limits(text=20_000)).chapters


def test_a_text_beyond_the_limit_is_refused(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("words " * 100)
    refused(path, OversizedBook, limits=Limits(plain_file=100))


def test_entities_that_multiply_do_not_fill_the_memory(tmp_path):
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 20}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    body = (
        f"<?xml version='1.0'?><!DOCTYPE html [{entities}]>"
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>before &i; after</p></body></html>'
    )
    book = read_book(make_epub(tmp_path / "b.epub", {"a.xhtml": body, "b.xhtml": "<p>B</p>"}))
    assert book.characters < 100_000


def test_files_outside_are_never_read(tmp_path):
    (tmp_path / "secret.txt").write_text("SECRET")
    body = (
        "<?xml version='1.0'?><!DOCTYPE html "
        f'[<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>a &x; b</p></body></html>'
    )
    manifest = '<item id="out" href="../../secret.txt" media-type="application/xhtml+xml"/>'
    path = make_epub(tmp_path / "b.epub", {"a.xhtml": body}, manifest=manifest)
    assert "SECRET" not in "".join(chapter.text for chapter in read_book(path).chapters)


def test_a_fault_of_ours_is_told_in_words_too(tmp_path, monkeypatch):
    def faulty(*_, **__):
        raise KeyError("unforeseen")

    monkeypatch.setattr("reader.books.epub.read_package", faulty)
    refused(make_epub(tmp_path / "b.epub", {"a.xhtml": "<p>x</p>"}), DamagedBook)


def test_a_cancelled_job_stops(tmp_path):
    path = make_epub(tmp_path / "b.epub", {f"{n}.xhtml": "<p>x</p>" for n in range(5)})
    token = CancelToken()
    seen: list[float] = []

    def stop_early(share: float) -> None:
        seen.append(share)
        token.cancel()

    with pytest.raises(Cancelled):
        read_book(path, progress=stop_early, cancel=token)
    assert len(seen) == 1


def test_progress_rises_to_one(tmp_path):
    path = make_epub(tmp_path / "b.epub", {f"{n}.xhtml": "<p>x</p>" for n in range(5)})
    seen: list[float] = []
    read_book(path, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
