"""The words of a whole page about sound engineers, with every kind of block and basis; figures are slots."""

from writer.domain.drafts import BlockKind, ReplySentence
from writer.domain.sections import Basis

Sentences = tuple[ReplySentence, ...]
MODEL = "house-model"


def _said(text: str, basis: Basis = "data", *cites: str) -> ReplySentence:
    return ReplySentence(text=text, basis=basis, cites=cites)


def _part(
    section: str, heading: str, author: str, *blocks: tuple[BlockKind, Sentences]
) -> tuple[str, str, str, tuple[tuple[BlockKind, Sentences], ...]]:
    return section, heading, author, blocks


RICH_PAGE = (
    _part("verdict", "Will AI replace sound engineers?", MODEL, ("paragraph", (
        _said("On evidence to [[date.today]], the figures point to no, though they cannot carry a plain no."),
        _said("Anthropic's index of how its own AI is used did not record enough use on any of the [[tasks.total]] tasks to count; that does not show AI cannot do them."),
        _said("Another published measure rates about [[eloundou.exposure]] of the work as open to AI in theory."),
    ))),
    _part("quick_take", "Quick take", "offline", ("bullets", (
        _said("The Index measures AI use in [[tasks.above]] of [[tasks.total]] tasks."),
        _said("Measures of exposure disagree: observed exposure is [[aei.exposure]], theoretical exposure [[eloundou.exposure]]."),
        _said("BLS projects a change of [[bls.growth.2024-34]] in employment from [[bls.period]]."),
    ))),
    _part("outlook", "Career outlook for sound engineers", "offline", ("paragraph", (
        _said("Little measured AI use and a slow decline in jobs pull in different directions, and the measures agree only in part."),
    ))),
    _part("irreplaceable", "Where sound engineers stay irreplaceable", MODEL,
        ("paragraph", (
            _said("Much of the work happens where the sound is made: positioning microphones and readying a session, or working out the desired sound with producers and performers.", "task", "7720", "7723"),
            _said("A person who stands in the room can change the plan when the room does not behave.", "judgement"),
        )),
        ("paragraph", (
            _said("Keeping logs of recordings and separating sounds, then blending them in the mix, are work at a screen, and the Index records too little use there as well.", "task", "7729", "7730"),
            _said("They belong in the list below all the same."  , "judgement"),
        )),
    ),
    _part("shortfalls", "Where AI falls short for sound engineers", MODEL,
        ("callout", (
            _said("With its standard settings Spleeter drops the highest frequencies from the parts it separates.", "evidence", "27-4014.spleeter", "27-4014.limit-spleeter-highs"),
        )),
        ("paragraph", (
            _said("Listeners in the authors' own test of Demucs still noticed traces of other instruments in the separated parts.", "evidence", "27-4014.demucs", "27-4014.limit-demucs-listeners"),
            _said("Someone still has to decide whether such a trace matters for the release at hand.", "judgement"),
        )),
    ),
    _part("capabilities", "What AI can already do for sound engineers", MODEL, ("paragraph", (
        _said("iZotope RX removes hum and buzz from recorded audio (checked on [[27-4014.izotope-rx.checked_on]]).", "evidence", "27-4014.izotope-rx"),
        _said("Auphonic evens out loudness between speakers and music (checked on [[27-4014.auphonic.checked_on]]).", "evidence", "27-4014.auphonic"),
        _said("LANDR masters a finished mix automatically (checked on [[27-4014.landr.checked_on]]).", "evidence", "27-4014.landr"),
    ))),
    _part("day_to_day", "How AI changes day-to-day work", MODEL,
        ("paragraph", (
            _said("Clean-up after the session is where the recorded tools are found; the session itself is where they are not.", "judgement"),
        )),
        ("before", (_said("An engineer finds and filters hum by ear, section by section.", "judgement"),)),
        ("after", (_said("iZotope RX makes a first pass, and the engineer reviews what it changed.", "evidence", "27-4014.izotope-rx"),)),
    ),
    _part("job_market", "Job market outlook", MODEL, ("paragraph", (
        _said("About [[bls.employment.2024]] people worked in the occupation in [[bls.base_year]], and BLS projects a decline of [[bls.growth.2024-34|abs]] from [[bls.period]], against growth of [[bls.all.growth.2024-34]] for all occupations."),
        _said("It expects [[bls.openings.2024-34]] openings a year, most of them to replace people who leave."),
        _said("The median wage was [[bls.wage.2024]], which is [[bls.wage.gap]] above that of all occupations."),
    ))),
    _part("future", "Will AI replace sound engineers in the future?", MODEL, ("paragraph", (
        _said("Two things are worth watching: whether the Index begins to record use on any of these tasks, and whether BLS changes its projection.", "judgement"),
        _said("BLS expects the occupation to hold a smaller share of jobs because wireless technology and AI systems let technicians do their tasks more efficiently.", "evidence", "27-4014.bls-factors"),
    ))),
    _part("future_proof", "How to future-proof your career as a sound engineer", MODEL, ("paragraph", (
        _said("Of the [[tasks.total]] tasks, [[tasks.unreachable]] are rated as out of AI's reach; they are the ones done by hand on site."),
        _said("Putting more of a week into those is the choice that these figures support.", "judgement"),
    ))),
    _part("bottom_line", "The bottom line", "offline", ("paragraph", (
        _said("The outlook score is [[outlook.headline]], within a range from [[outlook.low]] to [[outlook.high]]."),
    ))),
    _part("comparison", "How sound engineers compare", "offline", ("paragraph", (
        _said("Among the [[compared.count]] occupations compared, sound engineers rank [[rank.outlook]] by outlook."),
    ))),
    _part("sources", "Sources and method", "offline", ("paragraph", (
        _said("[[source.onet.attribution]]"),
        _said("[[source.aei.attribution]]"),
        _said("[[source.bls-ep.attribution]]"),
        _said("Vendors of AI models publish the measures of exposure used here."),
    ))),
)  # fmt: skip
