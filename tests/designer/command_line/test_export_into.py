"""`designer export --into`: the diff, the writing, `--check`, and refusals that change nothing."""

from __future__ import annotations

import os
import stat

import pytest
from merging import FLOW

HOST = "# ours\nservice: shop\nprovider:\n  name: aws\n"
OTHER = FLOW.replace('"MaxAttempts": 2', '"MaxAttempts": 5')


@pytest.fixture
def shop(folder):
    """A service in a folder, and a workflow beside it."""
    (folder / "orders.asl.json").write_text(FLOW)
    shop = folder / "shop"
    shop.mkdir()
    (shop / "serverless.yml").write_text(HOST)
    return shop


def state(folder):
    return {
        str(path.relative_to(folder)): (path.read_bytes(), stat.S_IMODE(path.lstat().st_mode))
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_diff_is_shown_and_written_and_a_second_run_changes_nothing(shop, designer):
    (shop / "serverless.yml").chmod(0o640)
    ran = designer("export", "--into", "shop", "orders.asl.json")
    assert ran.code == 0 and ran.out.startswith("--- a/serverless.yml\n+++ b/serverless.yml\n@@ ")
    assert "Written: shop/serverless.yml\nWritten: shop/.designer-export.json" in ran.err
    after = state(shop)
    assert after["serverless.yml"][0].startswith(HOST.encode()) and after["serverless.yml"][1] == 0o640
    again = designer("export", "--into", "shop", "orders.asl.json")
    assert (again.code, again.out) == (0, "") and "Nothing to change" in again.refusal
    assert state(shop) == after


def test_diff_and_check_write_nothing_and_check_says_where_they_differ(shop, designer, folder):
    before = state(shop)
    shown = designer("export", "--into", "shop", "--diff", "orders.asl.json")
    assert shown.code == 0 and "+stepFunctions:" in shown.out and state(shop) == before
    missing = designer("export", "--into", "shop", "--check", "orders.asl.json")
    assert missing.code == 1 and state(shop) == before
    assert "shop/serverless.yml:2: stepFunctions.stateMachines.orders is not there yet." in missing.err
    designer("export", "--into", "shop", "orders.asl.json")
    assert designer("export", "--into", "shop", "--check", "orders.asl.json").code == 0
    (folder / "orders.asl.json").write_text(OTHER)
    stale = designer("export", "--into", "shop", "--check", "orders.asl.json")
    lines = (shop / "serverless.yml").read_text().split("\n")
    at = lines.index("          Read:") + 1
    assert stale.code == 1
    assert (
        f"shop/serverless.yml:{at}: stepFunctions.stateMachines.orders.definition.States.Read is not as"
        in stale.err
    )
    assert "-              - ErrorEquals" not in stale.out and "+                MaxAttempts: 5" in stale.out


def test_a_part_changed_by_hand_stops_everything_until_a_person_decides(shop, designer, folder):
    designer("export", "--into", "shop", "orders.asl.json")
    text = (shop / "serverless.yml").read_text().replace("RetentionInDays: 30", "RetentionInDays: 90")
    (shop / "serverless.yml").write_text(text)
    (folder / "orders.asl.json").write_text(OTHER)
    before = state(shop)
    asked = designer("export", "--into", "shop", "orders.asl.json")
    assert asked.code == 1 and state(shop) == before
    assert "-        RetentionInDays: 90\n+        RetentionInDays: 30" in asked.out
    assert "RetentionInDays was changed by hand" in asked.err and "--keep" in asked.err
    assert designer("export", "--into", "shop", "--check", "orders.asl.json").code == 1
    assert designer("export", "--into", "shop", "--keep", "orders.asl.json").code == 0
    after = (shop / "serverless.yml").read_text()
    assert after == text.replace("MaxAttempts: 2", "MaxAttempts: 5")
    assert designer("export", "--into", "shop", "--check", "orders.asl.json").code == 0
    assert designer("export", "--into", "shop", "orders.asl.json").code == 0


def test_force_takes_what_the_diagram_says(shop, designer):
    designer("export", "--into", "shop", "orders.asl.json")
    before = state(shop)
    (shop / "serverless.yml").write_text(
        (shop / "serverless.yml").read_text().replace("InDays: 30", "InDays: 90")
    )
    assert designer("export", "--into", "shop", "--force", "orders.asl.json").code == 0
    assert state(shop) == before


def test_several_workflows_are_merged_and_checked_at_once(shop, designer, folder):
    (folder / "refunds.asl.json").write_text(FLOW)
    assert designer("export", "--into", "shop", "orders.asl.json", "refunds.asl.json").code == 0
    assert designer("export", "--into", "shop", "--check", "refunds.asl.json", "orders.asl.json").code == 0
    (folder / "refunds.asl.json").write_text(OTHER)
    ran = designer("export", "--into", "shop", "--check", "orders.asl.json", "refunds.asl.json")
    assert ran.code == 1 and "stateMachines.refunds." in ran.err and "stateMachines.orders." not in ran.err


def test_what_was_exported_into_a_folder_of_its_own_is_updated_by_a_merge(folder, designer, shop):
    designer("export", "--to", "serverless", "-o", "own", "orders.asl.json")
    text = (folder / "own" / "serverless.yml").read_text()
    (folder / "orders.asl.json").write_text(OTHER)
    ran = designer("export", "--into", "own", "orders.asl.json")
    assert ran.code == 0
    assert (folder / "own" / "serverless.yml").read_text() == text.replace("MaxAttempts: 2", "MaxAttempts: 5")
    (folder / "orders.asl.json").write_text(FLOW)
    overwritten = designer("export", "--to", "serverless", "-o", "own", "orders.asl.json")
    assert overwritten.code == 1 and "serverless.yml was changed since" in overwritten.refusal


@pytest.mark.parametrize("format", ["cloudformation", "sam"])
def test_a_template_that_was_exported_as_a_whole_keeps_its_names(folder, designer, format):
    (folder / "orders.asl.json").write_text(FLOW)
    designer("export", "--to", format, "-o", "own", "orders.asl.json")
    assert "Export with -o again" in refused(designer, folder, "own", "orders.asl.json")


@pytest.mark.parametrize("format", ["cdk-typescript", "cdk-python"])
def test_an_app_that_was_exported_is_updated_by_a_merge(folder, designer, format):
    (folder / "orders.asl.json").write_text(FLOW)
    designer("export", "--to", format, "-o", "own", "orders.asl.json")
    before = state(folder / "own")
    (folder / "orders.asl.json").write_text(OTHER)
    assert designer("export", "--into", "own", "orders.asl.json").code == 0
    after = state(folder / "own")
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"orders.asl.json", ".designer-export.json"}


def refused(designer, folder, *arguments):
    """The last line of a run that is refused, after which every file is as it was."""
    before = state(folder)
    ran = designer("export", "--into", *arguments)
    assert ran.code in (1, 2) and ran.out == "" and state(folder) == before
    return ran.err.splitlines()[-1]


def test_a_folder_that_is_none_or_has_nothing_to_merge_into_is_refused(shop, designer, folder):
    assert "There is no such folder." in refused(designer, folder, "nowhere", "orders.asl.json")
    (folder / "empty").mkdir()
    assert "has no serverless.yml" in refused(designer, folder, "empty", "orders.asl.json")
    wanted = refused(designer, folder, "shop", "--to", "cloudformation", "orders.asl.json")
    assert "an export as cloudformation" in wanted
    assert "can be merged" in refused(designer, folder, "shop", "--to", "svg", "orders.asl.json")


def test_a_half_written_file_is_refused_with_its_error(shop, designer, folder):
    (shop / "serverless.yml").write_text("service: shop\nprovider: {\n")
    line = refused(designer, folder, "shop", "orders.asl.json")
    assert line.startswith("designer: shop/serverless.yml:3: Nothing was written: this file cannot be read.")


def test_a_file_that_is_no_text_or_leads_outside_is_refused(shop, designer, folder):
    (shop / "serverless.yml").write_bytes(b"service: \xff\n")
    assert "no text in UTF-8" in refused(designer, folder, "shop", "orders.asl.json")
    (shop / "serverless.yml").unlink()
    (folder / "theirs.yml").write_text(HOST)
    (shop / "serverless.yml").symlink_to("../theirs.yml")
    assert "leads out of the folder" in refused(designer, folder, "shop", "orders.asl.json")
    (shop / "serverless.yml").unlink()
    (shop / "serverless.yml").write_text("service: a\nresources: ${file(r.yml)}\n")
    (shop / "r.yml").symlink_to(folder / "theirs.yml")
    assert "shop/r.yml: Nothing was written: this leads out" in refused(
        designer, folder, "shop", "orders.asl.json"
    )


def test_a_link_inside_the_folder_stays_a_link(shop, designer, folder):
    (shop / "serverless.yml").rename(shop / "real.yml")
    (shop / "serverless.yml").symlink_to("real.yml")
    assert designer("export", "--into", "shop", "orders.asl.json").code == 0
    assert (shop / "serverless.yml").is_symlink() and "stepFunctions:" in (shop / "real.yml").read_text()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_refused(shop, designer, folder):
    shop.chmod(0o500)
    try:
        before = state(shop)
        ran = designer("export", "--into", "shop", "orders.asl.json")
        assert ran.code == 1 and "Cannot be written" in ran.err and state(shop) == before
    finally:
        shop.chmod(0o700)


def test_options_that_do_not_go_together_are_refused(shop, designer, folder):
    assert "exclude each other" in refused(designer, folder, "shop", "--keep", "--force", "orders.asl.json")
    for arguments in (["orders.asl.json"], ["-o", "a", "--to", "svg", "--check", "orders.asl.json"]):
        assert designer("export", *arguments).code in (1, 2)
    assert designer("export", "-o", "a", "orders.asl.json").code == 2


def test_a_template_of_any_name_is_named_itself(folder, designer):
    (folder / "orders.asl.json").write_text(FLOW)
    (folder / "infra").mkdir()
    template = "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  T:\n    Type: AWS::SNS::Topic\n"
    (folder / "infra" / "main.yml").write_text(template)
    assert designer("export", "--into", "infra/main.yml", "orders.asl.json").code == 0
    assert (folder / "infra" / "main.yml").read_text().startswith(template)
    assert designer("export", "--into", "infra/main.yml", "--check", "orders.asl.json").code == 0
    assert "has no serverless.yml" in refused(designer, folder, "infra", "orders.asl.json")
    assert "infra/.designer-export.json" in refused(
        designer, folder, "infra/.designer-export.json", "orders.asl.json"
    )


def test_two_workflows_of_one_name_are_refused_before_one_replaces_the_other(shop, designer, folder):
    (folder / "other").mkdir()
    (folder / "other" / "orders.asl.json").write_text(OTHER)
    before = state(shop)
    for option in ("--yes", "--check", "--force"):
        ran = designer("export", "--into", "shop", option, "orders.asl.json", "other/orders.asl.json")
        assert (ran.code, ran.out, state(shop)) == (1, "", before)
        assert (
            ran.refusal.startswith("designer: other/orders.asl.json: ") and "orders.asl.json has" in ran.err
        )
    ran = designer("export", "--into", "shop", "orders.asl.json", "other/../orders.asl.json")
    assert ran.code == 0 and ran.out.count("StartAt:") == 1


def test_a_new_file_is_shown_with_added_lines_alone(shop, designer):
    (shop / "serverless.yml").unlink()
    (shop / "template.yaml").write_text("Transform: AWS::Serverless-2016-10-31\n")
    ran = designer("export", "--into", "shop", "--diff", "orders.asl.json")
    new = ran.out[ran.out.index("--- /dev/null") :].split("\n--- ")[0].rstrip("\n").split("\n")
    assert new[2].startswith("@@ -0,0 +1,") and all(line.startswith("+") for line in new[3:])


def test_check_says_how_to_decide_on_what_a_person_changed(shop, designer):
    designer("export", "--into", "shop", "orders.asl.json")
    host = shop / "serverless.yml"
    host.write_text(host.read_text().replace("Service: states.amazonaws.com", "Service: s.example.com"))
    ran = designer("export", "--into", "shop", "--check", "orders.asl.json")
    assert ran.code == 1 and "was changed by hand" in ran.err and "--keep keeps" in ran.err
    assert designer("export", "--into", "shop", "--keep", "--yes", "orders.asl.json").code == 0
    assert designer("export", "--into", "shop", "--check", "orders.asl.json").code == 0
