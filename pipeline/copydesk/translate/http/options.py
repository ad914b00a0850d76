"""What can be set about servers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from copydesk.stage import Options

EFFORT = frozenset({"timeout", "retries", "patience", "rate", "parallel"})
"""The options that shape how hard a server is asked, not what it says."""

SPENDING = frozenset({"budget", "input_price", "output_price"})
"""The options that say what a chat server may cost, not what it says."""


class ChatOptions(Options):
    """The ``[translate.chat]`` table of a configuration: what a language model is told, and may cost.

    ``template`` is the whole message for models that know one form of prompt only; its fields are {source},
    {target} (names of the languages in English), {source_code}, {target_code} (BCP 47) and {text}. Such a
    model gets one segment a message and none of the rest.
    """

    context: bool = Field(True, description="Tell the model what goes before, names, terms and roles.")
    segments: int = Field(8, ge=1, le=64, description="Segments of an article asked for at once.")
    previous: int = Field(4, ge=0, le=64, description="Sentences before them that are shown, translated.")
    style: str = Field("", description="House style, in words for the model.")
    formality: Literal["", "formal", "informal"] = Field("", description="How readers are addressed.")
    structured: Literal["auto", "yes", "no"] = Field(
        "auto", description="Whether the server takes response_format; auto finds out."
    )
    template: str = Field("", description="The whole message, for models of one prompt form.")
    budget: float = Field(0.0, ge=0, description="The most that a run may cost (--budget); 0 for no limit.")
    input_price: float = Field(0.0, ge=0, description="Price of a million tokens read.")
    output_price: float = Field(0.0, ge=0, description="Price of a million tokens written.")


class HttpOptions(Options):
    """The ``[translate.http]`` table of a configuration. Keys come from the environment alone."""

    url: str = Field("", description="Base address of the server, as in http://127.0.0.1:2737.")
    model: str = Field("", description="The model a chat endpoint is asked for.")
    revision: str = Field(
        "", description="Any text; change it when the server's model changes, and its work is redone."
    )
    escaped: Literal["auto", "yes", "no"] = Field(
        "auto", description="Whether the server writes &amp; for &; auto judges each answer by its request."
    )
    timeout: float = Field(30.0, gt=0, description="Seconds for one try, first byte to last.")
    retries: int = Field(4, ge=0, le=20, description="Further tries after one that failed.")
    patience: float = Field(60.0, ge=0, description="The longest wait that a server may ask for, seconds.")
    rate: float = Field(0.0, ge=0, description="Most requests a second; 0 for no limit.")
    parallel: int = Field(2, ge=1, le=64, description="Requests under way at once, one segment each.")
