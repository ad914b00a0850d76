"""Traces of requests for OpenTelemetry (https://opentelemetry.io), where a collector is named."""

from __future__ import annotations

import os
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from copydesk.errors import ConfigError

ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"
"""The variable with the collector's address (OTLP over HTTP); all others of OpenTelemetry hold as well."""


def traced(app: ASGIApp) -> tuple[ASGIApp, Callable[[], object]]:
    """``app`` with a span for each request, and what sends the last spans; without a collector, neither.

    A span has method, path, status and times, never a text.

    Raises:
        ConfigError: a collector is named and the extra "otel" is not installed.
    """
    if not os.environ.get(ENDPOINT):
        return app, lambda: None
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.instrumentation.asgi import OpenTelemetryMiddleware
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise ConfigError(
            f"{ENDPOINT} is set, and OpenTelemetry is not installed",
            remedy="pip install 'copydesk[otel]', or unset it",
        ) from error
    name = os.environ.get("OTEL_SERVICE_NAME", "copydesk")
    provider = TracerProvider(resource=Resource.create({"service.name": name}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))

    async def with_query(scope: Scope, receive: Receive, send: Send) -> None:
        """The inner application gets the whole address; spans never see a text that stands in it."""
        await app({**scope, "query_string": scope["copydesk.query"]}, receive, send)

    spans = OpenTelemetryMiddleware(with_query, tracer_provider=provider, exclude_spans=["receive", "send"])

    async def outer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = {**scope, "query_string": b"", "copydesk.query": scope["query_string"]}
            await spans(scope, receive, send)
        else:
            await app(scope, receive, send)

    return outer, provider.shutdown
