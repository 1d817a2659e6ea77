import pytest

from shishi.measures.steps import load_steps, step_of


def test_steps_stand_in_the_usual_order_of_works() -> None:
    words = ["立项", "初步设计", "征迁", "招标", "签订合同", "开工", "桩基施工", "出正负零"]
    words += ["主体施工", "结顶", "完成装修", "竣工", "具备通车条件", "验收", "投用"]

    ranks = [step.rank for word in words if (step := step_of(word))]

    assert ranks == sorted(set(ranks))
    assert len(ranks) == len(words)


def test_every_step_has_a_rank_of_its_own_and_a_name_in_both_languages() -> None:
    order = load_steps().order

    assert [step.rank for step in order] == list(range(len(order)))
    assert len({step.zh for step in order}) == len({step.en for step in order}) == len(order)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("动工", "works_started"),
        ("完工", "works_completed"),
        ("初验", "accepted"),
        ("具备通车条件", "condition_met"),
        ("封顶", "topped_out"),
        ("可研批复", "approved"),
        ("施工图审查", "designed"),
        ("征地拆迁", "land_cleared"),
        ("交付使用", "in_use"),
    ],
)
def test_words_of_one_step_share_its_name(word: str, name: str) -> None:
    step = step_of(word)

    assert step is not None
    assert step.name == name


@pytest.mark.parametrize("word", ["宣传", "", "具备条件", "未开工", "采购"])
def test_other_words_name_no_step_that_has_a_day(word: str) -> None:
    assert step_of(word) is None


def test_no_word_names_one_step_for_a_milestone_and_another_for_the_assessment() -> None:
    steps = load_steps()
    both = steps.words.keys() & steps.judged.keys()

    assert both
    assert [word for word in both if steps.words[word] != steps.judged[word]] == []


def test_every_word_that_takes_an_object_is_a_word_of_a_step() -> None:
    steps = load_steps()

    assert steps.takes <= set(steps.words)


@pytest.mark.parametrize("word", ["条件", "手续", "率", "标准"])
def test_words_that_make_another_word_of_a_step_are_in_the_table(word: str) -> None:
    assert word in load_steps().not_before
