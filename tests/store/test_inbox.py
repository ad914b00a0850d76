"""Finding and opening inputs; whatever is wrong with one leaves the others alone."""

from __future__ import annotations

import gzip
import io
import os
import random
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from copydesk.errors import ConfigError, InputError
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions
from copydesk.store.inbox import Refused, collect, count, skipped


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def write(path: Path, data: bytes | str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def uris(inputs: Sequence[str], **options: object) -> list[str]:
    return [item.uri for item in collect(inputs, IngestOptions.model_validate(options))]


def refusals(inputs: Sequence[str], **options: object) -> dict[str, str]:
    found = collect(inputs, IngestOptions.model_validate(options))
    return {item.uri: str(item.error) for item in found if isinstance(item, Refused)}


def test_a_folder_is_read_in_order_of_names_without_hidden_and_unknown_files(root: Path) -> None:
    for name in ("b.html", "a/z.txt", "a/b.md", "c.HTM", "pic.jpg", ".hidden.txt", ".git/x.txt", "d.json.gz"):
        write(root / "news" / name)
    assert uris(["news"]) == ["a/b.md", "a/z.txt", "b.html", "c.HTM", "d.json.gz"]


def test_suffixes_name_readers(root: Path) -> None:
    for name in ("a.html", "b.htm", "c.txt", "d.md", "e.json", "f.jsonl", "g.txt.gz"):
        write(root / name, gzip.compress(b"x") if name.endswith("gz") else "x")
    found = [item for item in collect(["."], IngestOptions()) if isinstance(item, Raw)]
    assert [item.format for item in found] == ["html", "html", "plain", "markdown", "ninjs", "jsonl", "plain"]
    assert found[-1].data == b"x"


def test_a_uri_is_the_same_by_folder_file_glob_and_absolute_path(root: Path) -> None:
    path = write(root / "news" / "a.html")
    ways = (["news"], ["news/a.html"], ["news/*.html"], [str(path)], ["news/../news"], ["./news/"])
    assert [uris(way) for way in ways] == [["a.html"]] * len(ways)


def test_uris_of_several_inputs_are_unique_and_none_is_read_twice(root: Path) -> None:
    write(root / "one" / "a.html")
    write(root / "two" / "a.html")
    assert uris(["one", "two"]) == ["one/a.html", "two/a.html"]
    assert uris(["one/a.html", "two/a.html", "one"]) == ["one/a.html", "two/a.html"]


def test_a_root_fixes_uris_and_must_hold_the_inputs(root: Path) -> None:
    write(root / "one" / "a.html")
    assert uris(["one"], root=".") == ["one/a.html"]
    with pytest.raises(ConfigError, match="not inside the root"):
        uris(["one"], root="two")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("n/*.html", ["a.html", "b.html"]),
        ("n/[a].html", ["a.html"]),
        ("n/?.html", ["a.html", "b.html"]),
        ("n/**/*.html", ["a.html", "b.html", "s/c.html", "s/t/a.html"]),
        ("n/*/*.html", ["s/c.html"]),
        ("n/**", ["a.html", "b.html", "s/c.html", "s/t/a.html"]),
        ("n/s*/**/a.html", ["s/t/a.html"]),
    ],
)
def test_globs(root: Path, pattern: str, found: list[str]) -> None:
    for name in ("a.html", "b.html", "s/c.html", "s/t/a.html", ".h/d.html", "s/x.pdf"):
        write(root / "n" / name)
    assert uris([pattern]) == found


def test_a_file_whose_name_looks_like_a_glob_is_that_file(root: Path) -> None:
    write(root / "a[1].html")
    assert uris(["a[1].html"]) == ["a[1].html"]


@pytest.mark.parametrize("name", ["missing", "missing.html", "*.html", "empty", "nowhere/*.html", "other"])
def test_an_input_that_gives_nothing_is_a_usage_error_at_once(root: Path, name: str) -> None:
    (root / "empty").mkdir()
    write(root / "other" / "a.pdf")
    write(root / "good.txt")
    with pytest.raises(ConfigError) as refused:
        collect(["good.txt", name], IngestOptions())
    assert refused.value.exit_code == 2
    assert refused.value.remedy
    with pytest.raises(ConfigError):
        count(["good.txt", name], IngestOptions())


def test_no_input_at_all_is_a_usage_error() -> None:
    with pytest.raises(ConfigError, match="nothing to read"):
        collect([], IngestOptions())


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.4", "PDF.* .docx"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1", "old Word.* .docx"),
        ("a.html", b"<?xml version='1.0'?><urlset xmlns='x'/>", "sitemap"),
        ("a.xml", b"<?xml version='1.0'?><xliff version='1.2'/>", "copydesk check"),
        ("a.xml", b"<?xml version='1.0'?><invoice/>", "root is <invoice>.*NITF"),
        ("a.zip", b"PK\x03\x04xxxxxx", "zip archive.*Unpack"),
        ("a.srt", b"hola", "no cues"),
        ("a.rss", b"hola", "no XML"),
        ("a.docx", b"PK\x03\x04[Content_Types].xml", "no sound Word"),
    ],
)
def test_what_is_refused_is_told_truly(root: Path, name: str, data: bytes, told: str) -> None:
    write(root / name, data)
    (item,) = collect([name], IngestOptions())
    if isinstance(item, Raw):
        with pytest.raises(InputError, match=told):
            read(item, IngestOptions())
    else:
        assert re.search(told, f"{item.error} {item.error.remedy}")


@pytest.mark.parametrize(
    ("name", "data", "formats"),
    [
        ("a.txt", b"<!doctype html><p>Hola", ["html"]),
        ("nota", b"<html><p>Hola", ["html"]),
        ("nota.html?id=5", b"<p>Hola", ["html"]),
        ("nota.php?id=5", b"<p>Hola", ["html"]),
        ("a.shtml", b"<p>Hola", ["html"]),
        (
            "a.xhtml",
            b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'/>",
            ["html"],
        ),
        (
            "a.html",
            b"<?xml version='1.0'?><rss><channel><item><title>A</title></item></channel></rss>",
            ["feed"],
        ),
        ("a.ndjson", b'{"text": "a"}\n{"text": "b"}\n', ["jsonl", "jsonl"]),
        ("a.json", b'{"text": "a"}\n{"text": "b"}\n', ["jsonl", "jsonl"]),
        ("a.json", b'[{"text": "a"}, {"text": "b"}]', ["jsonl", "jsonl"]),
        ("a.json", b'{"body_text": "a"}', ["ninjs"]),
        ("a.xml", b"<nitf><body/></nitf>", ["newsml"]),
        ("a.txt", b"1\n00:00:01,000 --> 00:00:02,000\nHola", ["subtitles"]),
        ("a.md", b"<p>Hola</p>\n\nAdios", ["markdown"]),
        ("a.txt", b"Hola <b>", ["plain"]),
        ("a.txt", b'{"title": "A", "text": "a"}', ["jsonl"]),
        ("a.txt", b"{Hola} y [adios]", ["plain"]),
    ],
)
def test_content_tells_the_format_where_a_name_does_not(
    root: Path, name: str, data: bytes, formats: list[str]
) -> None:
    write(root / name, data)
    assert [item.format for item in collect([name], IngestOptions()) if isinstance(item, Raw)] == formats


def test_a_feed_on_standard_input_is_read_as_a_feed() -> None:
    items = b"<item><title>A</title></item><item><title>B</title></item>"
    feed = b"<?xml version='1.0'?><rss><channel>" + items + b"</channel></rss>"
    found = collect(["-"], IngestOptions(), stdin=io.BytesIO(feed))
    assert [item.uri for item in found] == ["-#1", "-#2"]


def test_a_folder_names_what_it_skips(root: Path) -> None:
    for name in ("a.txt", "pic.jpg", "b/style.css", ".hidden"):
        write(root / "news" / name)
    assert skipped(["news"], IngestOptions()) == ("b/style.css", "pic.jpg")
    assert skipped(["news/*.txt"], IngestOptions()) == ()


def test_bad_files_are_refused_and_the_others_go_on(root: Path) -> None:
    write(root / "a.txt", "good")
    write(root / "b.txt", "")
    write(root / "c.txt", "x" * 101)
    os.mkfifo(root / "d.txt")
    write(root / "e.txt", "good")
    found = refusals(["."], max_bytes=100)
    assert list(found) == ["b.txt", "c.txt", "d.txt"]
    assert "empty" in found["b.txt"]
    assert "larger than 100 bytes" in found["c.txt"]
    assert "no plain file" in found["d.txt"]
    assert uris(["."]) == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]


def test_a_file_that_vanishes_meanwhile_is_refused(root: Path) -> None:
    write(root / "a.txt")
    write(root / "b.txt").chmod(0o600)
    found = collect(["a.txt", "b.txt"], IngestOptions())
    (root / "a.txt").unlink()
    first, second = found
    assert isinstance(first, Refused)
    assert "cannot be read" in first.error.message
    assert isinstance(second, Raw)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(root: Path) -> None:
    write(root / "a.txt").chmod(0)
    assert "ermission" in refusals(["a.txt"])["a.txt"]


def test_a_folder_named_like_a_page_is_a_folder(root: Path) -> None:
    write(root / "n" / "x.html" / "a.txt")
    assert uris(["n"]) == ["x.html/a.txt"]


def test_links_are_followed_only_inside_the_input(root: Path) -> None:
    write(root / "out" / "secret.txt")
    write(root / "in" / "a.txt")
    (root / "in" / "b.txt").symlink_to("a.txt")
    (root / "in" / "c.txt").symlink_to("../out/secret.txt")
    (root / "in" / "d.txt").symlink_to("nowhere.txt")
    (root / "in" / "e.txt").symlink_to("e.txt")
    (root / "in" / "loop").symlink_to(".")
    (root / "in" / "outside").symlink_to("../out")
    found = refusals(["in"])
    assert list(found) == ["c.txt", "d.txt", "e.txt", "outside"]
    assert "out of the input folder" in found["c.txt"]
    assert "nowhere" in found["e.txt"]
    assert uris(["in"])[:2] == ["a.txt", "b.txt"]
    assert "c.txt" in refusals(["in/*.txt"])


def test_links_named_as_inputs_are_followed(root: Path) -> None:
    write(root / "out" / "a.txt", "good")
    (root / "link.txt").symlink_to("out/a.txt")
    (root / "folder").symlink_to("out")
    assert not refusals(["link.txt", "folder"])
    assert uris(["link.txt", "folder"]) == ["link.txt", "folder/a.txt"]


@pytest.mark.parametrize("name", [b"a\xff.txt", b"a\nb.txt", b"-rf.txt", "año.txt".encode()])
def test_odd_names_give_uris_that_can_be_stored(root: Path, name: bytes) -> None:
    write(root / "n" / os.fsdecode(name))
    (uri,) = uris(["n"])
    assert uri.encode()
    assert uri.isprintable()


def test_gzip_is_unpacked_whatever_its_name(root: Path) -> None:
    write(root / "a.html.gz", gzip.compress(b"<p>x"))
    write(root / "b.html", gzip.compress(b"<p>y"))
    found = [item for item in collect(["."], IngestOptions()) if isinstance(item, Raw)]
    assert [(item.format, item.data) for item in found] == [("html", b"<p>x"), ("html", b"<p>y")]


def test_a_gzip_bomb_is_refused(root: Path) -> None:
    bomb = gzip.compress(bytes(64 * 1024 * 1024))
    write(root / "a.txt.gz", bomb)
    write(root / "b.jsonl.gz", bomb)
    write(root / "c.jsonl.gz", gzip.compress(b'{"a": 1}\n' * 3_000_000))
    found = refusals(["."])
    assert "200 times its size" in found["a.txt.gz"]
    assert any("200 times its size" in text for uri, text in found.items() if uri.startswith("b.jsonl"))
    assert any("200 times its size" in text for uri, text in found.items() if uri.startswith("c.jsonl"))


def test_a_big_gzip_of_honest_ratio_is_read(root: Path) -> None:
    data = random.Random(1).randbytes(3 << 20).hex().encode()
    write(root / "a.txt.gz", gzip.compress(data, 1))
    assert not refusals(["."])


@pytest.mark.parametrize("keep", [3, 12, 60, -8, -1])
def test_a_cut_off_gzip_is_refused(root: Path, keep: int) -> None:
    packed = gzip.compress(random.Random(1).randbytes(200))
    write(root / "a.txt.gz", packed[:keep])
    write(root / "b.txt", "good")
    assert "cut off" in refusals(["."])["a.txt.gz"]


def test_a_damaged_gzip_is_refused(root: Path) -> None:
    packed = bytearray(gzip.compress(b"hello world " * 50))
    packed[15] ^= 0xFF
    write(root / "a.txt.gz", bytes(packed))
    assert "damaged" in refusals(["."])["a.txt.gz"]


def test_records_come_one_by_one_with_their_line(root: Path) -> None:
    write(root / "a.jsonl", b'\xef\xbb\xbf{"n": 1}\r\n\n  \n{"n": 2}\n{"n": 3}')
    found = [item for item in collect(["a.jsonl"], IngestOptions()) if isinstance(item, Raw)]
    assert [(item.uri, item.data) for item in found] == [
        ("a.jsonl#1", b'{"n": 1}'),
        ("a.jsonl#4", b'{"n": 2}'),
        ("a.jsonl#5", b'{"n": 3}'),
    ]


def test_an_oversized_record_is_refused_and_the_next_ones_are_read(root: Path) -> None:
    write(root / "a.jsonl", b'{"n": 1}\n' + b"x" * 3_000_000 + b'\n{"n": 3}\n')
    assert list(refusals(["a.jsonl"], max_bytes=100)) == ["a.jsonl#2"]
    assert uris(["a.jsonl"], max_bytes=100) == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]


def test_a_record_of_exactly_the_limit_is_read(root: Path) -> None:
    write(root / "a.jsonl", b"x" * 100 + b"\n" + b"y" * 100)
    assert not refusals(["a.jsonl"], max_bytes=100)


def test_records_before_the_cut_of_a_gzip_are_read(root: Path) -> None:
    lines = b"".join(b'{"n": "%s"}\n' % random.Random(n).randbytes(400).hex().encode() for n in range(200))
    packed = gzip.compress(lines)
    write(root / "a.jsonl.gz", packed[: len(packed) // 2])
    found = uris(["a.jsonl.gz"])
    assert found[0] == "a.jsonl.gz#1"
    assert list(refusals(["a.jsonl.gz"])) == ["a.jsonl.gz"]


@pytest.mark.parametrize(
    ("data", "format_", "uri"),
    [
        (b"<html><p>x", "html", "-"),
        (b"\xef\xbb\xbf <p>x", "html", "-"),
        (b'{\n "uri": "x"\n}', "ninjs", "-"),
        (b'{"n": 1}\n{"n": 2}\n', "jsonl", "-#1"),
        (b"Titular\n\nTexto", "plain", "-"),
        (gzip.compress(b"Titular\n\nTexto", mtime=0), "plain", "-"),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(data: bytes, format_: str, uri: str) -> None:
    first = next(collect(["-"], IngestOptions(), stdin=io.BytesIO(data)))
    assert isinstance(first, Raw)
    assert (first.format, first.uri) == (format_, uri)


def test_standard_input_may_be_named_its_format_and_comes_after_files(root: Path) -> None:
    write(root / "a.txt")
    found = list(collect(["-", "a.txt"], IngestOptions(stdin="markdown"), stdin=io.BytesIO(b"# x")))
    assert [item.uri for item in found] == ["a.txt", "-"]
    assert isinstance(found[1], Raw)
    assert found[1].format == "markdown"


def test_empty_standard_input_is_refused() -> None:
    (only,) = collect(["-"], IngestOptions(), stdin=io.BytesIO(b""))
    assert isinstance(only, Refused)


def test_the_count_is_that_of_the_items(root: Path) -> None:
    write(root / "a.txt")
    write(root / "b.txt", "")
    write(root / "c.jsonl", b'{"n": 1}\n\n{"n": 2}\n')
    write(root / "d.jsonl.gz", gzip.compress(b'{"n": 1}\n')[:-4])
    (root / "e.txt").symlink_to("/etc/passwd")
    assert count(["."], IngestOptions()) == len(uris(["."])) == 7
    assert count(["-", "."], IngestOptions()) is None


def test_nothing_is_opened_before_it_is_asked_for(root: Path) -> None:
    write(root / "a.txt")
    found = collect(["."], IngestOptions())
    write(root / "a.txt", "later")
    first = next(found)
    assert isinstance(first, Raw)
    assert first.data == b"later"
