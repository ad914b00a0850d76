# syntax=docker/dockerfile:1
# The desk for servers: Apertium from Debian, Mozilla's models from a volume, no compiler, no root.
ARG DEBIAN=debian:13-slim

FROM ${DEBIAN} AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3-venv \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY models models
COPY pipeline pipeline
RUN python3 -m venv /opt/copydesk \
 && /opt/copydesk/bin/pip install --no-cache-dir --constraint constraints.txt '.[serve,firefox,review,postgres]'

FROM ${DEBIAN}
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 \
    apertium apertium-fr-es apertium-spa-cat apertium-fra-cat apertium-eng-spa apertium-es-pt \
    apertium-por-cat apertium-spa-ita apertium-cat-ita \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /srv/copydesk --create-home copydesk \
 && install -d -o copydesk /srv/copydesk/models /srv/copydesk/out
COPY --from=build /opt/copydesk /opt/copydesk
ENV PATH=/opt/copydesk/bin:$PATH \
    LANG=C.UTF-8 \
    PYTHONUNBUFFERED=1 \
    COPYDESK_MODELS=/srv/copydesk/models
USER copydesk
WORKDIR /srv/copydesk
VOLUME ["/srv/copydesk/models", "/srv/copydesk/out"]
EXPOSE 5000 8642
ENTRYPOINT ["copydesk"]
CMD ["--help"]
