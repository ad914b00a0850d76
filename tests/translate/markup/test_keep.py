"""Protected spans in the answers of engines that know nothing of them."""

from __future__ import annotations

from copydesk.data import Alignment, Candidate, Inline, Pair, Protection, Request, Span
from copydesk.translate.base import Capabilities
from copydesk.translate.markup.edges import tightened
from copydesk.translate.markup.keep import kept, masked, restored
from copydesk.translate.markup.restore import restore_markup
from copydesk.translate.markup.words import words

PAIR = Pair("es", "fr")
TEXT = "El Betis ganó en Sevilla"


def protect(text: str, part: str, as_: str | None = None) -> Protection:
    start = text.index(part)
    return Protection(Span(start, start + len(part)), as_ or part, "name")


def aligned(source: str, target: str) -> Alignment:
    ours, theirs = words(source), words(target)
    return Alignment(ours, theirs, tuple((n, n, 1.0) for n in range(min(len(ours), len(theirs)))))


def test_what_came_through_is_named() -> None:
    request = Request(TEXT, PAIR, (), (protect(TEXT, "Betis"),))
    done = kept(Candidate("Le Betis a gagné"), request)
    assert [p.span.of(done.text) for p in done.kept] == ["Betis"]


def test_what_was_translated_is_written_back_by_alignment() -> None:
    request = Request(TEXT, PAIR, (), (protect(TEXT, "Betis"), protect(TEXT, "Sevilla", "Séville")))
    target = "Le Bétis gagna à Sévilla"
    answer = Candidate(target, alignment=aligned(TEXT, target))
    done = kept(answer, request)
    assert done.text == "Le Betis gagna à Séville"
    assert [p.span.of(done.text) for p in done.kept] == ["Betis", "Séville"]


def test_without_alignment_the_loss_shows() -> None:
    request = Request(TEXT, PAIR, (), (protect(TEXT, "Betis"),))
    done = kept(Candidate("Le Bétis a gagné"), request)
    assert done.text == "Le Bétis a gagné"
    assert done.kept == ()


def test_two_equal_names_need_two_places() -> None:
    text = "Ana y Ana"
    request = Request(text, PAIR, (), (protect(text, "Ana"), Protection(Span(6, 9), "Ana", "name")))
    assert len(kept(Candidate("Ana et Ana"), request).kept) == 2
    assert len(kept(Candidate("Ana et Anna"), request).kept) == 1


def test_masks_go_in_and_come_out_with_marks_moved_along() -> None:
    link = Inline(Span(3, 8), "a")
    request = Request(TEXT, PAIR, (link,), (protect(TEXT, "Betis"), protect(TEXT, "Sevilla", "Séville")))
    hidden, placeholders = masked(request)
    assert "Betis" not in hidden.text
    assert hidden.inlines[0].span.of(hidden.text) == placeholders[0]
    answer = Candidate(f"Le {placeholders[0].upper()} a gagné à {placeholders[1]}", (), (), -1.0)
    done = restored(answer, request, placeholders)
    assert done.text == "Le Betis a gagné à Séville"
    assert [p.span.of(done.text) for p in done.kept] == ["Betis", "Séville"]
    assert done.score == -1.0


def test_a_lost_mask_leaves_its_protection_out() -> None:
    request = Request(TEXT, PAIR, (), (protect(TEXT, "Betis"),))
    _, placeholders = masked(request)
    assert restored(Candidate("Il a gagné"), request, placeholders).kept == ()
    twice = restored(Candidate(f"{placeholders[0]} et {placeholders[0]}"), request, placeholders)
    assert twice.text == "Betis et Betis"
    assert twice.kept == ()


def test_the_desk_dresses_and_drops_the_alignment() -> None:
    link = Inline(Span(9, 13), "em")
    request = Request(TEXT, PAIR, (link,))
    target = "Le Betis gagna à Séville"
    done = restore_markup(Candidate(target, alignment=aligned(TEXT, target)), request, Capabilities())
    assert done.alignment is None
    assert [i.span.of(target) for i in done.inlines] == ["gagna"]


def test_an_article_that_stood_before_a_mark_goes_out_again() -> None:
    source, target = "La ministra de Economía", "La ministre d'Économie"
    own = Inline(Span(3, len(source)), "a")
    request = Request(source, PAIR, (own,))
    done = tightened(Candidate(target, (Inline(Span(0, len(target)), "a"),)), request)
    assert done.inlines[0].span.of(target) == "ministre d'Économie"
    whole = Request(source, PAIR, (Inline(Span(0, len(source)), "a"),))
    same = Candidate(target, (Inline(Span(0, len(target)), "a"),))
    assert tightened(same, whole) is same


def test_a_per_cent_sign_stays_in_its_mark() -> None:
    source, target = "un 3,5 % más", "3,5 % de plus"
    request = Request(source, PAIR, (Inline(Span(3, 8), "b"),))
    done = tightened(Candidate(target, (Inline(Span(0, 3), "b"),)), request)
    assert done.inlines[0].span.of(target) == "3,5 %"
