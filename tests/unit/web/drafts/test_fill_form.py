import pytest

from caseflow.drafts import ONLY
from caseflow.web.drafts.fill_form import fill_form

PAGE = """<h1>Form</h1>
<form method="post" id="typed" class="card">
  <input type="hidden" name="csrf_token" value="t"><input type="hidden" name="version" value="3">
  <input name="title" value="old" required>
  <textarea name="text" rows="10">
old</textarea>
  <select name="kind"><option value="a" selected>A</option><option>B</option></select>
  <input type="radio" name="how" value="x" checked><input type="radio" name="how" value="y">
  <input type="checkbox" name="which" value="1"><input type="checkbox" name="which" value="2" checked>
  <input name="row"><input name="row">
  <input type="password" name="password"><input type="file" name="file"><button name="go" value="1">
</form>
<p>Behind</p>"""  # noqa: E501 - as a template renders it


def filled(**typed: list[str]) -> str:
    found = fill_form(PAGE, typed)
    return found.before + found.form


def test_what_was_typed_stands_in_its_fields_and_everything_else_stays() -> None:
    made = filled(
        title=['<b>"Anruf"</b>'],
        text=["\nmit </textarea> darin"],
        kind=["B"],
        how=["y"],
        which=["1"],
        row=["eins", "zwei"],
        csrf_token=["other"],
        password=["geheim"],
        go=["2"],
    )
    assert '<input name="title" value="&lt;b&gt;&quot;Anruf&quot;&lt;/b&gt;" required>' in made
    assert '<textarea name="text" rows="10">\n\nmit &lt;/textarea&gt; darin</textarea>' in made
    assert '<option value="a">A</option><option selected>B</option>' in made
    assert 'value="x"><input type="radio" name="how" value="y" checked>' in made
    assert 'value="1" checked><input type="checkbox" name="which" value="2">' in made
    assert '<input name="row" value="eins"><input name="row" value="zwei">' in made
    assert 'name="csrf_token" value="t"' in made
    assert "geheim" not in made
    assert made.startswith("<h1>Form</h1>\n<form")
    assert made.endswith("</form>\n<p>Behind</p>")


def test_an_empty_draft_changes_no_text() -> None:
    made = filled()
    assert 'name="title" value="old"' in made
    assert "\nold</textarea>" in made
    assert "checked" not in made  # what is not sent was not ticked


def test_what_nobody_sees_stays_the_page_s_own() -> None:
    page = PAGE.replace('name="csrf_token"', 'name="consent"')
    found = fill_form(page, {"consent": ["another"], "title": ["neu"]})
    assert '<input type="hidden" name="consent" value="t">' in found.form
    assert 'value="neu"' in found.form
    assert found.left == ()


def test_of_a_form_that_was_kept_in_part_the_rest_stays_as_it_is() -> None:
    made = filled(**{ONLY: ["title", "how"], "title": ["neu"], "how": ["y"]})
    assert 'value="neu"' in made
    assert 'value="x"><input type="radio" name="how" value="y" checked>' in made
    assert 'name="which" value="2" checked>' in made


@pytest.mark.parametrize(("version", "changed"), [("3", False), ("2", True)])
def test_it_is_said_that_the_row_has_changed(version: str, changed: object) -> None:
    found = fill_form(PAGE, {"version": [version]})
    assert found.changed is changed
    assert f'name="version" value="{version}"' in found.form  # so the conflict shows both texts


def test_no_word_is_lost_that_has_no_field_any_more() -> None:
    found = fill_form(
        PAGE, {"row": ["a", "b", "c"], "gone": ["d", " "], "how": ["z"], "title": [""]}
    )
    assert found.left == ("c", "d", "z")


def test_a_page_without_a_form_stays_as_it_is() -> None:
    found = fill_form("<p>x</p>", {"text": ["y"]})
    assert (found.before + found.form, found.left) == ("<p>x</p>", ("y",))
