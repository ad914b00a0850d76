"""Traces: a real collector gets a span for each request and no text."""

import builtins
from typing import Any

import pytest
from fastapi.testclient import TestClient

from copydesk.errors import ConfigError
from copydesk.server.tracing import ENDPOINT, traced
from local_site import Site
from server.test_server import opened


def test_a_collector_gets_each_request_without_its_text(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENDPOINT, site.url)
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_COMPRESSION", "none")
    site.pages["/v1/traces"] = (200, {}, b"")
    app, end = traced(opened().app)
    with TestClient(app) as client:
        asked = {"q": "secreto", "source": "es", "target": "fr"}
        assert client.post("/translate", json=asked).status_code == 200
        assert client.post("/translate", params=asked).status_code == 200
    end()
    sent = b"".join(site.got)
    assert b"/translate" in sent
    assert b"copydesk" in sent
    assert b"secreto" not in sent


def test_without_a_collector_nothing_is_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENDPOINT, raising=False)
    app = opened().app
    assert traced(app)[0] is app


def test_a_collector_without_the_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENDPOINT, "http://127.0.0.1:1")
    real = builtins.__import__

    def missing(name: str, *more: Any, **rest: Any) -> Any:
        if name.startswith("opentelemetry"):
            raise ImportError(name)
        return real(name, *more, **rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(ConfigError, match="not installed"):
        traced(opened().app)
