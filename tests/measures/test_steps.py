import pytest

from shishi.measures.steps import load_steps, step_of


def test_steps_stand_in_the_usual_order_of_works() -> None:
    words = ["招标", "开工", "桩基施工", "结顶", "竣工", "验收", "交付", "投用"]

    ranks = [step.rank for word in words if (step := step_of(word))]

    assert ranks == sorted(set(ranks))
    assert len(ranks) == len(words)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("动工", "works_started"),
        ("完工", "works_completed"),
        ("初验", "accepted"),
        ("具备通车条件", "condition_met"),
        ("封顶", "topped_out"),
    ],
)
def test_words_of_one_step_share_its_name(word: str, name: str) -> None:
    step = step_of(word)

    assert step is not None
    assert step.name == name


@pytest.mark.parametrize("word", ["宣传", "", "具备条件", "未开工"])
def test_other_words_name_no_step(word: str) -> None:
    assert step_of(word) is None


def test_every_word_that_takes_an_object_is_a_word_of_a_step() -> None:
    steps = load_steps()

    assert steps.takes <= set(steps.words)


@pytest.mark.parametrize("word", ["条件", "手续", "率", "标准"])
def test_words_that_make_another_word_of_a_step_are_in_the_table(word: str) -> None:
    assert word in load_steps().not_before
