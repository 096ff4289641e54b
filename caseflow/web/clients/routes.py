"""The addresses of the pages about clients; no name and no reason ever stands in one."""

from caseflow.web.clients.answer_merge import send_merge_answer, send_undoing, show_merges
from caseflow.web.clients.assign_case import send_assignment
from caseflow.web.clients.assign_deserted import send_deserted, show_deserted
from caseflow.web.clients.change_entry import send_entry, show_entry
from caseflow.web.clients.change_goal import send_goal_state
from caseflow.web.clients.client_copy import send_client_copy, show_client_copy
from caseflow.web.clients.close_case import send_close_case
from caseflow.web.clients.copy_piece import send_copy
from caseflow.web.clients.create_client import send_new_client, show_new_client
from caseflow.web.clients.keep_apart import send_keep_apart, show_keep_apart
from caseflow.web.clients.lift_apart import send_lift_apart, show_apart
from caseflow.web.clients.lift_wall import send_lift_wall, show_walls
from caseflow.web.clients.look_up import send_look_up, show_look_up
from caseflow.web.clients.open_case import send_open_case
from caseflow.web.clients.propose_merge import send_merge, show_merge_form
from caseflow.web.clients.record_correction import send_correction, show_correction
from caseflow.web.clients.record_wall import send_wall, show_wall
from caseflow.web.clients.save_intake import send_intake
from caseflow.web.clients.set_goal import send_new_goal, show_new_goal
from caseflow.web.clients.settle_correction import send_settling, show_settling
from caseflow.web.clients.show_card import show_card
from caseflow.web.clients.show_case import send_case, show_case
from caseflow.web.clients.show_client import send_client, show_client
from caseflow.web.clients.show_corrections import send_corrections, show_corrections
from caseflow.web.clients.show_intake import send_intake_reason, show_intake
from caseflow.web.clients.show_story import send_story, show_story
from caseflow.web.clients.show_versions import send_versions, show_versions
from caseflow.web.clients.write_entry import send_new_entry, show_new_entry
from caseflow.web.clients.write_progress import send_progress, show_progress
from caseflow.web.clients.write_summary import send_summary, show_summary
from caseflow.web.route import PageRoute

_ONE = "/clients/<uuid:client>"
_ENTRY = f"{_ONE}/entries/<uuid:entry>"
_GOAL = f"{_ONE}/goals/<uuid:goal>"
_CASE = f"{_ONE}/cases/<uuid:case>"
_PIECE = f"{_ONE}/pieces/<uuid:piece>/correction"
_WORD = f"{_ONE}/corrections/<uuid:correction>"
_MERGE = "/merges/<uuid:merge>"

CLIENT_ROUTES = (
    PageRoute("/look-up", "look_up", show_look_up),
    PageRoute("/look-up", "send_look_up", send_look_up, "POST"),
    PageRoute("/restricted-cases", "deserted", show_deserted),
    PageRoute("/restricted-cases/<uuid:case>/assignment", "send_deserted", send_deserted, "POST"),
    PageRoute("/clients/new", "new_client", show_new_client),
    PageRoute("/clients/new", "send_new_client", send_new_client, "POST"),
    PageRoute(_ONE, "client", show_client),
    PageRoute(_ONE, "send_client", send_client, "POST"),
    PageRoute(f"{_ONE}/story", "story", show_story),
    PageRoute(f"{_ONE}/story", "send_story", send_story, "POST"),
    PageRoute(f"{_ONE}/summary", "summary", show_summary),
    PageRoute(f"{_ONE}/summary", "send_summary", send_summary, "POST"),
    PageRoute(f"{_ONE}/summary/versions", "versions", show_versions),
    PageRoute(f"{_ONE}/summary/versions", "send_versions", send_versions, "POST"),
    PageRoute(f"{_ONE}/corrections", "corrections", show_corrections),
    PageRoute(f"{_ONE}/corrections", "send_corrections", send_corrections, "POST"),
    PageRoute(_PIECE, "correction", show_correction),
    PageRoute(_PIECE, "send_correction", send_correction, "POST"),
    PageRoute(_WORD, "settling", show_settling),
    PageRoute(_WORD, "send_settling", send_settling, "POST"),
    PageRoute(f"{_ONE}/entries/new", "new_entry", show_new_entry),
    PageRoute(f"{_ONE}/entries/new", "send_new_entry", send_new_entry, "POST"),
    PageRoute(_ENTRY, "entry", show_entry),
    PageRoute(_ENTRY, "send_entry", send_entry, "POST"),
    PageRoute(f"{_ONE}/copies", "send_copy", send_copy, "POST"),
    PageRoute(f"{_ONE}/goals/new", "new_goal", show_new_goal),
    PageRoute(f"{_ONE}/goals/new", "send_new_goal", send_new_goal, "POST"),
    PageRoute(f"{_GOAL}/progress", "progress", show_progress),
    PageRoute(f"{_GOAL}/progress", "send_progress", send_progress, "POST"),
    PageRoute(f"{_GOAL}/state", "send_goal_state", send_goal_state, "POST"),
    PageRoute(f"{_ONE}/intake", "intake", show_intake),
    PageRoute(f"{_ONE}/intake", "send_intake_reason", send_intake_reason, "POST"),
    PageRoute(f"{_ONE}/intake/answers", "send_intake", send_intake, "POST"),
    PageRoute(f"{_ONE}/card", "card", show_card),
    PageRoute(f"{_ONE}/copy", "client_copy", show_client_copy),
    PageRoute(f"{_ONE}/copy", "send_client_copy", send_client_copy, "POST"),
    PageRoute(f"{_ONE}/case", "case", show_case),
    PageRoute(f"{_ONE}/case", "send_case", send_case, "POST"),
    PageRoute(f"{_ONE}/case/opening", "send_open_case", send_open_case, "POST"),
    PageRoute(f"{_CASE}/closure", "send_close_case", send_close_case, "POST"),
    PageRoute(f"{_CASE}/assignment", "send_assignment", send_assignment, "POST"),
    PageRoute(f"{_ONE}/merge", "merge", show_merge_form),
    PageRoute(f"{_ONE}/merge", "send_merge", send_merge, "POST"),
    PageRoute("/merges", "merges", show_merges),
    PageRoute(f"{_MERGE}/answer", "send_merge_answer", send_merge_answer, "POST"),
    PageRoute(f"{_MERGE}/undoing", "undo_merge", send_undoing, "POST"),
    PageRoute(f"{_ONE}/wall", "wall", show_wall),
    PageRoute(f"{_ONE}/wall", "send_wall", send_wall, "POST"),
    PageRoute(f"{_ONE}/walls", "walls", show_walls),
    PageRoute(f"{_ONE}/walls", "send_lift_wall", send_lift_wall, "POST"),
    PageRoute(f"{_ONE}/keep-apart", "keep_apart", show_keep_apart),
    PageRoute(f"{_ONE}/keep-apart", "send_keep_apart", send_keep_apart, "POST"),
    PageRoute(f"{_ONE}/kept-apart", "apart", show_apart),
    PageRoute(f"{_ONE}/kept-apart", "send_lift_apart", send_lift_apart, "POST"),
)
