"""BCP 47 tags as the multilingual models write languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from copydesk.data import primary
from copydesk.models.card import Family

_SCRIPTS = {
    "Latn": "af=afr ast=ast az=azj bs=bos ca=cat ceb=ceb cs=ces cy=cym da=dan de=deu en=eng es=spa et=est "
    "eu=eus fi=fin fr=fra fur=fur ga=gle gd=gla gl=glg ha=hau hr=hrv hu=hun id=ind ig=ibo is=isl it=ita "
    "jv=jav ku=kmr lb=ltz lij=lij lmo=lmo ln=lin lt=lit lv=lvs mg=plt mi=mri ms=zsm mt=mlt nb=nob no=nob "
    "nl=nld nn=nno oc=oci pap=pap pl=pol pt=por ro=ron rw=kin sc=srd scn=scn sk=slk sl=slv sm=smo so=som "
    "sq=als st=sot su=sun sv=swe sw=swh szl=szl tl=tgl tr=tur uz=uzn vec=vec vi=vie wo=wol xh=xho yo=yor "
    "zu=zul ht=hat eo=epo",
    "Cyrl": "be=bel bg=bul kk=kaz ky=kir mk=mkd mn=khk ru=rus sr=srp tg=tgk tt=tat uk=ukr",
    "Arab": "ar=arb ckb=ckb fa=pes ps=pbt sd=snd ug=uig ur=urd",
    "Deva": "hi=hin mr=mar ne=npi sa=san mai=mai bho=bho",
    "Beng": "bn=ben as=asm",
    "Grek": "el=ell",
    "Hebr": "he=heb yi=ydd",
    "Armn": "hy=hye",
    "Geor": "ka=kat",
    "Ethi": "am=amh ti=tir",
    "Khmr": "km=khm",
    "Laoo": "lo=lao",
    "Mymr": "my=mya",
    "Sinh": "si=sin",
    "Taml": "ta=tam",
    "Telu": "te=tel",
    "Thai": "th=tha",
    "Gujr": "gu=guj",
    "Guru": "pa=pan",
    "Knda": "kn=kan",
    "Mlym": "ml=mal",
    "Orya": "or=ory",
    "Jpan": "ja=jpn",
    "Hang": "ko=kor",
    "Hans": "zh=zho",
    "Hant": "zh-Hant=zho zh-TW=zho zh-HK=yue",
}
NLLB: Mapping[str, str] = {
    tag: f"{code}_{script}"
    for script, row in _SCRIPTS.items()
    for tag, code in (entry.split("=") for entry in row.split())
}
"""BCP 47 to FLORES-200 (NLLB Team et al. 2022, "No Language Left Behind", table 1)."""

_M2M_ALSO = {"nb": "no", "nn": "no", "fil": "tl"}


def code(family: Family, tag: str, own: Mapping[str, str]) -> str | None:
    """The token that names ``tag`` in a model of ``family``; None where the model has none.

    ``own`` is what the model's card says; it comes first. A regional tag falls back to its language.
    """
    language = primary(tag)
    for key in (tag, language):
        if key in own:
            return own[key]
    return _SPELL[family](tag, language)


def _nllb(tag: str, language: str) -> str | None:
    return NLLB.get(tag) or NLLB.get(language)


def _m2m(_tag: str, language: str) -> str | None:
    return f"__{_M2M_ALSO.get(language, language)}__"


def _madlad(_tag: str, language: str) -> str | None:
    return f"<2{language}>"


_SPELL: Mapping[Family, Callable[[str, str], str | None]] = {
    "marian": lambda _tag, _primary: None,  # one target, or the card says: >>fra<<
    "nllb": _nllb,
    "m2m100": _m2m,
    "madlad": _madlad,
}
