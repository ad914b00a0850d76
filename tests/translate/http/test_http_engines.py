"""The adapters against servers that misbehave."""

from __future__ import annotations

import email.utils
import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import pytest

from copydesk.data import Pair, Request
from copydesk.errors import ConfigError, EngineError, EngineGoneError, PairMissingError
from copydesk.translate.http.apy import ApertiumApyEngine
from copydesk.translate.http.libretranslate import LibreTranslateEngine
from copydesk.translate.http.options import HttpOptions
from copydesk.translate.http.transport import Timing
from copydesk.translate.options import TranslateOptions
from translate.http.conftest import Answer

PAIR = Pair("es", "fr")
LANGUAGES = [{"code": "es", "name": "Spanish", "targets": ["es", "fr"]}, {"code": "fr", "targets": ["es"]}]
Serve = Callable[[Callable[[str, str], Any]], Any]


class Sleeps(list[float]):
    """Records pauses and makes none."""

    def timing(self) -> Timing:
        return Timing(sleep=self.append, chance=lambda: 1.0)


def options(url: str, **more: Any) -> TranslateOptions:
    return TranslateOptions(http=HttpOptions(url=url, **{"retries": 2, "timeout": 5.0, **more}))


def ask(*texts: str, pair: Pair = PAIR) -> list[Request]:
    return [Request(text, pair) for text in texts]


def libre(reply: Callable[[list[str]], Answer]) -> Callable[[str, str], Answer]:
    def respond(path: str, body: str) -> Answer:
        return Answer(LANGUAGES) if path == "/languages" else reply(json.loads(body)["q"])

    return respond


def french(texts: list[str]) -> Answer:
    return Answer({"translatedText": [f"fr {text}" for text in texts]})


def test_a_batch_is_one_question_and_the_answers_are_in_order(serve: Serve) -> None:
    server = serve(libre(french))
    engine = LibreTranslateEngine(options(server.url))
    assert [c.text for c in engine.translate(ask("uno", "dos"))] == ["fr uno", "fr dos"]
    assert engine.pairs() == (PAIR, PAIR.reversed)
    path, body, _ = server.asked[-1]
    assert path == "/translate"
    assert json.loads(body) == {"q": ["uno", "dos"], "source": "es", "target": "fr", "format": "text"}
    engine.close()


def test_troubles_that_pass_are_waited_out_with_growing_pauses(serve: Serve) -> None:
    replies = [Answer({"error": "busy"}, status=500), Answer(b'{"translatedText": ["fr', cut=False)]
    server = serve(libre(lambda texts: replies.pop(0) if replies else french(texts)))
    sleeps = Sleeps()
    engine = LibreTranslateEngine(options(server.url), timing=sleeps.timing())
    assert engine.translate(ask("uno"))[0].text == "fr uno"
    assert sleeps == [0.5, 1.0]
    engine.close()


@pytest.mark.parametrize(
    ("reply", "why", "kind"),
    [
        (Answer({"error": "model broke"}, status=500), r"status 500 \(model broke\)", EngineError),
        (Answer(b'{"translatedText": ["fr'), "cut off or no JSON", EngineError),
        (Answer(b'{"translatedText": ["fr', cut=True), "connection broke", EngineError),
        (Answer({"translatedText": ["a"]}, delay=1.0), "no answer in time", EngineError),
        (Answer({"error": "slow down"}, status=429), "status 429", EngineGoneError),
    ],
)
def test_troubles_that_stay_end_with_words(
    serve: Serve, reply: Answer, why: str, kind: type[EngineError]
) -> None:
    server = serve(libre(lambda _: reply))
    engine = LibreTranslateEngine(options(server.url, timeout=0.3), timing=Sleeps().timing())
    with pytest.raises(kind, match=why):
        engine.translate(ask("uno"))
    assert len(server.asked) == 4  # the languages, a try and two more
    engine.close()


@pytest.mark.parametrize(
    ("reply", "why", "kind"),
    [
        (Answer({"error": "q is too long"}, status=400), "q is too long", EngineError),
        (Answer({"error": "key please"}, status=403), "LIBRETRANSLATE_API_KEY", EngineGoneError),
        (Answer(b"", status=302, headers={"Location": "http://127.0.0.1:1/"}), "http.url", EngineGoneError),
        (Answer({"translatedText": ["a", "b"]}), "2 answers for 1", EngineError),
        (Answer({"translatedText": [7]}), "holds no translations", EngineError),
        (Answer(["a"]), "holds no translations", EngineError),
    ],
)
def test_refusals_are_not_repeated(serve: Serve, reply: Answer, why: str, kind: type[EngineError]) -> None:
    server = serve(libre(lambda _: reply))
    engine = LibreTranslateEngine(options(server.url), timing=Sleeps().timing())
    with pytest.raises(kind, match=why):
        engine.translate(ask("uno"))
    assert len(server.asked) == 2
    engine.close()


def test_retry_after_is_honoured_within_patience(serve: Serve) -> None:
    soon = email.utils.formatdate(time.time() + 30, usegmt=True)
    replies = [
        Answer({}, status=429, headers={"Retry-After": "7"}),
        Answer({}, status=503, headers={"Retry-After": soon}),
    ]
    server = serve(libre(lambda texts: replies.pop(0) if replies else french(texts)))
    sleeps = Sleeps()
    engine = LibreTranslateEngine(options(server.url), timing=sleeps.timing())
    engine.translate(ask("uno"))
    assert sleeps[0] == 7.0
    assert 20 < sleeps[1] <= 30
    replies.append(Answer({}, status=429, headers={"Retry-After": "3600"}))
    with pytest.raises(EngineGoneError):
        engine.translate(ask("dos"))
    assert len(sleeps) == 2
    engine.close()


def test_the_rate_is_kept(serve: Serve) -> None:
    server = serve(libre(french))
    sleeps = Sleeps()
    timing = Timing(sleep=sleeps.append, clock=lambda: 100.0)
    engine = LibreTranslateEngine(options(server.url, rate=4.0), timing=timing)
    for _ in range(3):
        engine.translate(ask("uno"))
    assert sleeps == [0.25, 0.5, 0.75]
    engine.close()


def test_a_server_that_only_fails_is_given_up(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.translate.http.transport._FAILURES", 2)
    server = serve(libre(lambda _: Answer({}, status=500)))
    engine = LibreTranslateEngine(options(server.url, retries=0), timing=Sleeps().timing())
    for _ in range(2):
        with pytest.raises(EngineError, match="status 500"):
            engine.translate(ask("uno"))
    asked = len(server.asked)
    with pytest.raises(EngineGoneError, match="in a row"):
        engine.translate(ask("uno"))
    assert len(server.asked) == asked
    engine.close()


def test_a_server_that_is_not_there_is_named() -> None:
    engine = LibreTranslateEngine(options("http://127.0.0.1:9"), timing=Sleeps().timing())
    with pytest.raises(EngineGoneError, match=r"127\.0\.0\.1:9: cannot be reached"):
        engine.translate(ask("uno"))
    engine.close()


def test_escaped_answers_are_decoded_once(serve: Serve) -> None:
    server = serve(libre(lambda _: Answer({"translatedText": ["l&#39;eau &amp; &amp;lt;"]})))
    engine = LibreTranslateEngine(options(server.url))
    assert engine.translate(ask("agua"))[0].text == "l'eau & &lt;"
    engine.close()


def test_pairs_are_the_servers_and_regions_fall_back(serve: Serve) -> None:
    server = serve(libre(french))
    engine = LibreTranslateEngine(options(server.url))
    assert engine.translate(ask("uno", pair=Pair("es-MX", "fr-CA")))[0].text == "fr uno"
    with pytest.raises(PairMissingError, match="es-ja"):
        engine.translate(ask("uno", pair=Pair("es", "ja")))
    engine.close()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "no address"),
        ("ftp://127.0.0.1", "no address"),
        ("http://me:pw@127.0.0.1", "holds a password"),
        ("http://mt.example.org", "unencrypted"),
    ],
)
def test_addresses_that_will_not_do(url: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_API_KEY", "secret")
    engine = LibreTranslateEngine(options(url))
    with pytest.raises(ConfigError, match=why) as caught:
        engine.translate(ask("uno"))
    assert "secret" not in str(caught.value)


def test_the_key_comes_from_the_environment(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_API_KEY", "secret")
    server = serve(libre(french))
    engine = LibreTranslateEngine(options(server.url))
    engine.translate(ask("uno"))
    assert json.loads(server.asked[-1][1])["api_key"] == "secret"
    with pytest.raises(ValueError, match="key"):
        HttpOptions(url=server.url, key="secret")  # type: ignore[call-arg]
    engine.close()


def test_fingerprints_change_with_what_shapes_answers_and_ask_nobody() -> None:
    one = LibreTranslateEngine(options("http://127.0.0.1:9"))
    assert one.fingerprint(PAIR) == LibreTranslateEngine(options("http://127.0.0.1:9")).fingerprint(PAIR)
    assert one.fingerprint(PAIR) == LibreTranslateEngine(options("http://127.0.0.1:9/", rate=3)).fingerprint(
        PAIR
    )
    newer = LibreTranslateEngine(options("http://127.0.0.1:9", revision="2"))
    assert one.fingerprint(PAIR) != newer.fingerprint(PAIR)


def test_apy_answers_are_read_and_codes_mapped(serve: Serve) -> None:
    listed = {"responseData": [{"sourceLanguage": "spa", "targetLanguage": "cat_valencia"}]}

    def respond(path: str, body: str) -> Answer:
        if path == "/listPairs":
            return Answer(listed)
        return Answer({"responseData": {"translatedText": "ca " + parse_qs(body)["q"][0]}})

    server = serve(respond)
    engine = ApertiumApyEngine(options(server.url))
    pair = Pair("es", "ca-valencia")
    assert engine.pairs() == (pair,)
    assert engine.translate(ask("A & B", pair=pair))[0].text == "ca A & B"
    assert parse_qs(server.asked[-1][1])["langpair"] == ["spa|cat_valencia"]
    with pytest.raises(PairMissingError):
        engine.translate(ask("uno"))
    engine.close()
