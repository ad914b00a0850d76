"""Blocks of two versions of an article are paired in order."""

from copydesk.data import Block, BlockRole
from copydesk.repair.pairing import paired


def block(name: str, size: int, role: BlockRole = BlockRole.PARAGRAPH) -> Block:
    return Block(name, role, "x" * size)


def test_equal_shapes_pair_one_to_one() -> None:
    mine = [block("a", 10, BlockRole.HEADLINE), block("b", 100)]
    theirs = [block("c", 500, BlockRole.HEADLINE), block("d", 3)]
    assert {k: v.id for k, v in paired(mine, theirs).items()} == {"a": "c", "b": "d"}


def test_a_missing_block_leaves_the_others_in_step() -> None:
    mine = [block("a", 20, BlockRole.HEADLINE), block("b", 300), block("c", 90)]
    theirs = [block("x", 22, BlockRole.HEADLINE), block("z", 95)]
    assert {k: v.id for k, v in paired(mine, theirs).items()} == {"a": "x", "c": "z"}


def test_furniture_and_nothing_pair_with_nothing() -> None:
    assert paired([block("a", 9, BlockRole.FURNITURE)], [block("x", 9)]) == {}
    assert paired([], []) == {}


def test_very_long_articles_of_different_shape_are_not_paired() -> None:
    assert paired([block(str(n), 9) for n in range(401)], [block("x", 9)]) == {}
