"""What the planner's scripts say. They join, count and tick, and take every sentence from here.

Names in braces are filled in by the script. What depends on a number has two forms, `one` and `other`, by `n`.
tests/publish/test_planner_words.py compares the names with what the scripts ask for.
"""

from typing import Final

from atlas.decide import plan_words

Words = dict[str, str | dict[str, str]]


def _counted(one: str, other: str) -> dict[str, str]:
    return {"one": one, "other": other}


#: What was chosen, and what is wrong with it.
_CHOICE: Final[Words] = {
    "noPython": "No Django here runs on Python “{version}”: the plan takes any Python.",
    "noVersion": "“{version}” is no version of {product}: write it as 12 or 12.4.",
    "planned": "Django {version} is planned and not out yet: there is nothing to upgrade to.",
    "unknown": "There is no Django {version} here: this site knows {oldest} to {newest}.",
    "downgrade": "From {from} to {to} is a downgrade, which Django's migrations do not promise to survive.",
    "allAreas": "all of Django",
    "someAreas": "{some} of {all} parts of Django",
    "onlyMust": "only what must be done",
    "alsoNew": "new features too",
    "anyPython": "any Python",
    "anyDatabase": "any database",
    "productAt": "{product} {version}",
}
#: The head of a plan.
_HEAD: Final[Words] = {
    "title": "From Django {from} to {to}",
    "release": "Django {version}",
    "route": "How much there is to do at each hop",
    "onNewest": "You are there: {from} is the newest patch release of {start}.",
    "stay": "Stay on {start} and install {newest}, its newest patch release.",
    "hops": _counted("{n} hop", "{n} hops"),
    "steps": _counted("{n} step", "{n} steps"),
    "answer": "{hops}, one feature release at a time, and {steps}.",
    "allToday": "All of them can be done today, on {start}.",
    "someToday": "{n} of them can be done today, on {start}.",
    "silentSteps": _counted(
        "{n} changes results without a warning.",
        "{n} of them change results without a warning.",
    ),
    "patches": "{from} → {newest}: {breaks}, {cves}",
    "mayBreak": _counted("{n} change that may break", "{n} changes that may break"),
    "cvesOnTheWay": _counted("{n} CVE fixed", "{n} CVEs fixed"),
    "openNotes": _counted("{n} note without a page", "{n} notes without a page"),
    "youAreHere": "You are here.",
    "inAll": "In all",
    "columnHop": "Hop to",
    "incomplete": "This plan is not complete: of Django’s own notes for {releases} some entries have no page here yet."
    " Each hop says how many, and links to the notes.",
    "cves": _counted(
        "{n} CVE made public after {from} came out is fixed in the newest {goal}",
        "{n} CVEs made public after {from} came out are fixed in the newest {goal}",
    ),
}
#: Hops, groups and steps.
_HOPS: Final[Words] = {
    "hopVersions": "{start} → {goal}",
    "due": "Due by now",
    "dueMeaning": "Each of these began to warn at an earlier hop, where it is listed, and stops on {to}.",
    "new": "New in {to} ({n})",
    "later": plan_words.LATER[0].format(new="{goal}"),
    "laterMeaning": plan_words.LATER[1].format(old="{start}", new="{goal}"),
    "notesLink": "Read the official notes",
    "hopPage": "The whole hop as a page",
    "settings": "Settings: {words}",
    "shown": "({n})",
    "shownOf": "({n} of {all})",
    "copy": "Copy",
    "copyHop": "Copy this hop",
    "copyCommands": "Copy the commands",
    "copyByHand": "The browser does not let this page copy: select the commands and copy them yourself.",
    "copyLabel": "{label}: {part}",
    "groupOf": "{hop}, {group}",
    "laterPart": "still to come",
    "silent": plan_words.SILENT,
    "todayOn": "Today, on {start}",
    "addNote": "Add a note",
    "noteOn": "Note on: {title}",
    "linkTo": "Copy link to this step: {title}",
    "linkCopied": "Copied the link to this step.",
    "linkInAddress": "The link to this step is in the address bar.",
    "met": "Met: by then you run {products}.",
    "and": " and ",
}
#: What a scan found.
_FOUND: Final[Words] = {
    "byHand": "No rule can find it: check by hand.",
    "notFound": "Not found in your project.",
    "foundTitle": "In your code",
    "foundMeaning": "A rule found each of these in your files; worst first.",
    "handTitle": "Look yourself",
    "handMeaning": "No rule can tell whether these are in your code: read each, or search for its names.",
    "absentTitle": "Not found in your project",
    "absentMeaning": "A rule looked for each of these and found nothing: they are in no total above.",
    "notFoundFolded": "Not found in your project ({n})",
    "foundIn": _counted("Found in {n} place:", "Found in {n} places:"),
    "more": "and {n} more",
    "foundAt": "Found at {places}",
    "foundChanges": _counted("{n} change found", "{n} changes found"),
    "absentChanges": _counted(
        "{n} change was looked for and not found, and is not counted",
        "{n} changes were looked for and not found, and are not counted",
    ),
    "inYourCode": "In your code: {found}. Look yourself: {hand}. {absent}.",
    "says": _counted("{sources} says {what}.", "{sources} say {what}."),
    "projectSays": "Your project says {what}.",
    "filledFrom": "Filled in from {sources}.",
    "startFrom": "Start from {version}",
    "usePython": "Use Python {version}",
}
#: What the reader's files pin beside Django.
_PACKAGES: Final[Words] = {
    "packageMove": "Move {name} from {version} to {to}",
    "packageFirst": "{place} pins {version}, {why}. {to} ran on {old} and on {new}: move while still on {old},"
    " in a separate deployment.",
    "packageTogether": "{place} pins {version}, {why}. Of the versions that were tried, none ran on both {old} and"
    " {new}: the package and Django move at once. {to} ran on {new}.",
    "packageNone": "No version of {name} ran on {new}",
    "packageNoneWhy": "{place} pins {version}. All versions that were tried on {new} failed:"
    " read why on the package’s page.",
    "packageOlder": "No newer version of {name} ran on {new}",
    "packageOlderWhy": "{place} pins {version}, {why}. What ran there is older, up to {to}: look for a version"
    " that came out since this was run, or ask its authors.",
    "packageCheck": "Try {name} {version} on {new}",
    "packageUntried": "{place} pins {version}, which was not run here. {to} ran on {old} and on {new}:"
    " move to it first, or run your own tests on {new}.",
    "packageUntriedAlone": "{place} pins {version}, which was not run here. {most} was the newest that ran on {new}:"
    " run your own tests there.",
    "packageNotRun": "{place} pins {version}. The package was not run on {new} yet: ask what its authors declare.",
    "packageStart": "{name} {version} does not run on {old}",
    "packageStartWhy": "{place} pins {version}, {why}. It runs on {new}.",
    "whyFailed": "which failed on {release}",
    "whyRefused": "which could not be installed beside Django {release} and Python {python}",
    "whyOld": "and {least} was the smallest that ran on {release} with Python {python}",
    "whyNew": "and {most} was the newest that ran on {release} with Python {python}",
    "packagesRun": _counted(
        "{n} of {all} packages in your files is pinned and was run here: see the steps. The rest is unknown.",
        "{n} of {all} packages in your files are pinned and were run here: see the steps. The rest is unknown.",
    ),
    "packagesNever": _counted(
        "{n} was not run here, so nothing is known of it: {names}.",
        "{n} were not run here, so nothing is known of them: {names}.",
    ),
    "packagesOpen": _counted(
        "{n} was run here, and your files do not pin it: {names}.",
        "{n} were run here, and your files do not pin them: {names}.",
    ),
}
#: How far the reader is, and what is kept.
_KEPT: Final[Words] = {
    "done": "{n} of {all} done",
    "nothingToDo": "nothing to do",
    "hopDone": "{hop}: {done}",
    "todayOnly": "only what can be done today",
    "todayOnlyOn": "only what can be done today, on {start}",
    "stepsShown": _counted("{n} step shown.", "{n} steps shown."),
    "notKept": "This browser keeps no ticks for this page: save them to a file before you close it.",
    "entries": _counted("{n} tick or note", "{n} ticks and notes"),
    "saved": "Saved {entries} as {name}.",
    "loaded": "Loaded {entries}.",
    "unknownChanges": _counted(
        "{n} change among them this copy of the site does not know.",
        "{n} changes among them this copy of the site does not know.",
    ),
    "unreadable": "The browser could not read this file.",
    "tooLarge": "This file is too large to be an export of ticks: nothing was read.",
    "notJson": "This file is not JSON: choose one that “Save ticks and notes” wrote.",
    "notTicks": "This file holds no ticks of this planner: choose one that “Save ticks and notes” wrote.",
    "newerCopy": "This file was written by a newer copy of the site: nothing was read.",
}
#: Tickets.
_TICKET: Final[Words] = {
    "section": "{hop}: {group}",
    "onStart": "On {start}",
    "today": "can be done today, on {start}",
    "note": "Note: {text}",
    "copied": "Copied.",
    "copyYourself": "The browser does not let this page copy: the text is selected, copy it yourself.",
    "savedAs": "Saved as {name}.",
    "length": "{length} characters.",
    "lengthOf": "{length} of the {most} characters that {place} takes.",
    "tooLong": "{length} characters, and {place} takes {most}: copy hop by hop, or leave out what is ticked.",
    "columnDone": "Done",
    "columnWhere": "Where",
    "columnStep": "Step",
    "columnImpact": "Impact",
    "columnFacts": "What to know",
    "columnFixer": "Fixer",
    "columnFound": "Found at",
    "columnNote": "Note",
    "columnAddress": "Address",
    "yes": "yes",
    "no": "no",
    "issueType": "Issue Type",
    "issueId": "Issue Id",
    "issueParent": "Parent Id",
    "issueSummary": "Summary",
    "issueText": "Description",
    "issueState": "Status",
    "issueEpic": "Epic",
    "issueTask": "Task",
    "issueOpen": "To Do",
    "issueDone": "Done",
}
#: A hop for a coding agent.
_BRIEF: Final[Words] = {
    "brief": "Brief for a coding agent",
    "briefTitle": "Upgrade Django from {from} to {to}",
    "briefTask": "Take this project from Django {start} to {goal}, and no further. The plan that this is from: <{url}>",
    "briefRuns": "It runs {products}.",
    "briefRulesTitle": "Rules",
    "briefRun": "Run first",
    "briefAbsent": _counted(
        "A scan looked for {n} more change and did not find it in this project: leave it alone.",
        "A scan looked for {n} more changes and found none of them in this project: leave them alone.",
    ),
    "briefDone": "Done when",
    "briefDoneMeaning": "Each of these ends with status 0 on Django {goal}, no test was removed or skipped, and"
    " no warning names code of this project.",
    "briefLoading": "Getting Before and After of each step …",
    "briefWithout": "Before and After could not be loaded: the pages that it links to have them.",
}
#: What a brief begins with; names in braces are those of a hop's data.
BRIEF_RULES: Final = (
    "Commit before you start. Run the tests on {start} first, and write down what fails already.",
    "Work through the steps in order. One commit for each step that changes something; name the step in its message.",
    "Search for the names in a step before you change anything. If the project does not use them, say so and go on.",
    "Change only what a step asks for: no other dependencies, no new style, no rewriting of code that works.",
    "For a step that changes results silently, first write a test that fails with the old code on {goal}.",
    "Do not hide a warning: no filterwarnings, no -W ignore, no SILENCED_SYSTEM_CHECKS. Do not edit a migration"
    " that was applied.",
    "Ask before anything that touches data, production settings or the database server.",
)
#: How many characters places take that tickets are pasted into, by format.
LIMITS: Final[dict[str, tuple[int, str]]] = {"markdown": (65_536, "GitHub"), "jira": (32_767, "Jira")}
WORDS: Final[Words] = {**_CHOICE, **_HEAD, **_HOPS, **_FOUND, **_PACKAGES, **_KEPT, **_TICKET, **_BRIEF}
