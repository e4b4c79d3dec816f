"""The words of attribution: what stands between a source and what it is said to say, and who counts as no source."""

from __future__ import annotations

from writer.checks.frames import any_of, cues

_SAYS = any_of(
    """says, say, said, states, state, stated, reports, report, reported, finds, find, found, notes, note, noted,
    concludes, concluded, warns, warned, argues, argued, observes, observed, shows, show, showed, suggests,
    suggest, suggested, indicates, indicate, reveals, reveal, revealed, describes, described, points to, point to,
    cites, cited, identifies, identified, confirms, confirm, confirmed, predicts, predict, predicted, projects,
    project, projected, expects, expect, expected, forecasts, forecast, estimates, estimate, estimated,
    highlights, highlighted, emphasizes, emphasises, stresses, stressed, explains, explained, believes, believe,
    believed, ranks, rates, rated, lists, listed, calls, called, names, declares, declared, anticipates,
    anticipate, sees, see, agree, agrees, claims, claim, acknowledges, acknowledged, makes clear, demonstrates,
    demonstrate, demonstrated, proves, proved, records, recorded, measures, measured, recommends, recommend,
    recommended, advises, advise, blames, blamed, attributes, attributed, credits, puts, puts it"""
)
_FIGURE_VERBS = any_of(
    """puts, put, has, have, gives, give, counts, had, scores, lists, ranks, rates, sees, records, measures,
    publishes"""
)
_ADVERB = (
    r"(?: (?:also|now|still|itself|currently|already|even|clearly|recently|both|all|has|have|had|further|"
    r"explicitly))*"
)
OF_SOURCE = (
    r"(?: (?:own|latest|current|new|newest|recent|task|employment|occupational|national|economic|labor|labour|job|"
    r"jobs|wage|"
    r"usage|projections?|data|figures|numbers|analysis|analyses|statistics|research|reports?|study|studies|survey|"
    r"surveys|"
    r"estimates?|index|handbook|profile|economists?|researchers?|analysts?|tables?|release|forecasts?|program|outlook|"
    r"database|records|scores?|count|list|listing|authors?|team|staff)){0,4}"
)
SOURCE_SAYS = cues(
    rf"(?:'s)?{OF_SOURCE}(?: of (?:[\w-]+ ){{0,3}}[\w-]+)?{_ADVERB} (?P<verb>{_SAYS})", whole=False
)
SOURCE_GIVES = cues(rf"(?:'s)?{OF_SOURCE}{_ADVERB} (?P<verb>{_FIGURE_VERBS})", whole=False)
_LEAD = r"(?:according to|as reported by|as noted by|as stated by|per|in the words of|if you believe|citing)"
LED = cues(rf"{_LEAD} (?:the |an? )?(?:(?:us|u\.s\.|latest|most recent|federal|new|own) )*$", whole=False)
SAID_BY = cues(
    rf"(?:is|are|was|were|been|as|figures?|growth|decline|data|number|numbers) (?:also )?{_SAYS} by (?:the )?$",
    whole=False,
)
_VAGUE_NOUN = any_of(
    """study, studies, survey, surveys, research, researchers, report, reports, poll, polls, analysts, experts,
    economists, academics, scientists, insiders, observers, commentators, forecasters, futurists, consultants,
    think tanks, white paper, white papers, paper, papers, pundits, recruiters, headhunters, industry leaders,
    thought leaders, trade groups, trade associations, trade association, industry bodies, professional bodies,
    unions, consultancies"""
)
_WITNESSES = any_of(
    """employers, firms, companies, users, agencies, hospitals, clinics, studios, practices, shops, offices, teams"""
)
_MODIFIER = r"(?:[\w’'-]+ ){0,4}"
HEARSAY = (
    cues(
        rf"(?P<noun>{_VAGUE_NOUN})(?: (?:of|from|by|at|in|on|"
        rf"into) (?:[\w’'-]+ ){{0,3}}[\w’'-]+)?{_ADVERB} (?P<verb>{_SAYS})"
    ),
    cues(rf"(?:according to|as shown by|based on|cited by|found by|per) {_MODIFIER}(?P<noun>{_VAGUE_NOUN})"),
    cues(
        rf"(?P<noun>{_WITNESSES})(?: using (?:[\w’'-]+ ){{0,2}}[\w’'-]+)? (?:report|reported|say|tell us)(?: that|"
        rf" [\w-]+ing)"
    ),
    cues(r"(?:has|have) been (?:shown|proven|found|demonstrated)(?P<noun>) to"),
    cues(r"it (?:is|has been) (?:widely )?(?:reported|estimated|shown|documented)(?P<noun>) that"),
)
GENERIC = cues(
    any_of("this report, this page, our report, the report card, job postings report, incident reports")
)
#: What persons and bodies do, and history, evidence and experience do not.
PERSONAL = cues(
    any_of(
        """says, said, reports, reported, estimates, estimated, predicts, predicted, forecasts, forecast, projects,
        warns,
    warned, argues, argued, notes, noted, claims, believes, expects, expected, concludes, concluded, states, stated"""
    )
)
