/** Closed word lists of the noun phrase grammar. All folded: lower case, no diacritics. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const DETERMINERS = words(
  "the a an its his her their our my your both all some several various key these those this two three four five six seven any each other many most",
);

/** Adjectives that may stand before an office, a group or a country's officials and change nobody's identity. */
export const QUALITIES =
  words(`former ex then new newly appointed elected outgoing incoming acting interim caretaker senior top
  key high ranking level unnamed anonymous retired visiting host late longtime veteran influential deposed ousted
  current chief leading lead respective fellow main powerful hardline de facto long serving time opposition
  presidential governmental official working different foreign most high-profile close old good whole entire
  first second last re disgraced embattled popular youngest exiled jailed mid minor career seasoned
  transitional provisional federal kurdish sunni shiite shia druze maronite tigrayan catalan chechen abkhaz tibetan
  islamist communist socialist conservative liberal republican maoist leftist nationalist populist secular moderate
  inaugural designate party ruling co junta installed military orthodox catholic anglican ecumenical coptic`);

/** Adjectives that say that an office is no longer, or not yet, held. */
export const PAST_HOLDER = words("former ex then late deposed ousted disgraced exiled");

/** Nouns that head an office, where the gazetteer's titles have none. */
export const OFFICE_HEADS =
  words(`minister secretary president premier chancellor king queen emir sultan prince princess
  envoy representative ambassador adviser advisor aide spokesman spokeswoman spokesperson chief head leader
  commissioner chairman chairwoman chairperson chair director governor mayor senator congressman congresswoman
  speaker commander diplomat negotiator official counterpart undersecretary attorney administrator coordinator
  delegate general patriarch pope archbishop cardinal chargé charge consul vice-president
  rapporteur lawmaker legislator mp deputy officer mediator secretary-general director-general 
  host guest colleague peer statesman strategist member founder cofounder`);

/** Plural nouns that name a group of people acting for a country or a body. */
export const GROUP_NOUNS =
  words(`officials diplomats delegation delegations representatives ministers leaders negotiators envoys
  team teams authorities counterparts members delegates ambassadors experts advisers advisors aides presidents
  premiers chiefs lawmakers generals commanders sides side parties mediators heads emissaries interlocutors
  militants rebels guerrillas separatists insurgents fighters nations countries states governments monarchs
  chancellors foes rivals allies partners neighbours neighbors powers generals legislators parliamentarians
  colleagues groups factions businessmen`);

/** Words of the people in a room whom nobody counts as a side. */
export const BYSTANDERS =
  words(`analysts experts journalists reporters sources witnesses observers protesters people residents
  critics supporters voters media newspapers citizens troops soldiers forces police students media investors
  lawyers families victims tourists workers civilians refugees readers doctors scientists`);

/** Words of a government that follow a country and mean the country. */
export const GOVERNMENT = words(
  "government governments authorities side administration regime leadership officials state cabinet",
);

/** Words that make an office's field: they stand inside an office, never in a person's name. */
export const PORTFOLIO =
  words(`foreign affairs defense defence treasury state terrorism financial intelligence interior finance
  trade national security economy economic energy internal external relations justice health education commerce
  agriculture environment political military europe european integration cooperation co operation international
  development commonwealth climate human rights nuclear policy arms control disarmament peace reconciliation
  transport industry labour labor culture sports sport information communications technology expatriates emigrants
  worship nationals abroad religious regional near eastern east western asian african middle south north central
  pacific hemisphere eurasia eurasian home strategic public prime deputy vice first under assistant special senior
  permanent principal high general chief acting minister secretary council department office bureau ministry
  counterterrorism sanctions migration immigration neighbourhood enlargement oil petroleum mineral resources
  investment planning infrastructure atomic presidential royal crown grand supreme press media joint staff
  representative envoy adviser advisor ambassador spokesman spokesperson spokeswoman coordinator director executive
  federal union parliamentary legal american latin gulf levant indo standing community integration tourism
  water urban rural women youth family gender social welfare veterans diaspora francophonie africa europe asia americas`);

/** Words that a person's name never holds. */
export const NOT_A_NAME =
  words(`the a an and or but in on at of for to with from by as if when while after before during since until
  he she it they we i you his her its their our my this that these those there here not no yes new next last first
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december today yesterday tomorrow north south east west northern southern eastern western
  summit meeting conference council party ministry department office university institute agency association
  company bank group forum committee commission union court parliament assembly senate congress house embassy
  times post news press journal daily tribune gazette reuters agreement treaty accord declaration statement pact
  war peace talks security question answer quote source background details meanwhile however earlier later also
  street square palace hotel airport island islands sea ocean river mountain gulf bay strait province region city
  day week month year plan deal act law bill resolution republic kingdom federation states nations world europe
  asia africa america front movement brigade army navy force forces club centre center foundation fund festival
  speaking following according under both all some many most another such what which who whom whose where why how
  first second third fourth fifth sixth seventh eighth ninth tenth annual presidential ministerial special extraordinary joint
  partnership programme program initiative framework strategy cooperation convention charter mission operation exhibition
  award prize project zone corridor dialogue protocol mechanism consultations fair expo games olympics
  dear esteemed colleagues excellency ladies gentlemen honourable honorable thank thanks
  paid pays official visit visits meets met receives received holds held attends attended hosts welcomes`);

export const HONORIFICS = words(
  "mr mr. mrs mrs. ms ms. dr dr. prof prof. sir lord lady dame h.e. lt lt. gen gen. col col. maj maj. capt capt. adm adm. sgt sgt. sen sen. rep rep. gov gov. amb amb. hon hon. rev rev. sheikh sayyid haji mr mister madam excellency general admiral colonel marshal tun tan datuk dato sri seri shri smt mullah prof ayatollah hojatoleslam sheikha prince princess senator cardinal comrade cde cde. engr engr. eng eng. brigadier lieutenant major metropolitan archbishop bishop u daw honourable honorable hon hon.",
);

/** Lower-case parts inside a name. */
export const PARTICLES = words(
  "al el bin bint ibn abu abd ul ur de del de la las los da das do dos di du van von der den ter ten af av zu bar ben y e le san e",
);

export const MONTHS = words(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
);
export const WEEKDAYS = words(
  "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun",
);

/** Bodies that an office may be of, besides those of the gazetteer. */
export const BODIES = words(
  "war cabinet parliament congress duma senate assembly politburo bureau knesset bundestag kremlin government army navy staff forces armed commission committee council delegation mission embassy opposition party bloc alliance union league bank department ministry office court service agency authority",
);

/** Words for one person of a body who is not named: "a senior British diplomat". */
export const UNNAMED_HEADS = words(
  "diplomat official spokesman spokeswoman spokesperson representative officer aide adviser advisor source envoy minister ambassador negotiator lawmaker secretary analyst deputy delegate",
);

/** Countries of many, where the head of government and not the president is meant by "leader". */
export const PARLIAMENTARY = words(
  "de it in il at ie gr pt fi hu cz sk lv ee bg hr si mt pk bd sg iq lb et np al mk me rs ge am md xk ch is tt mu fj dm",
);

/** Countries where the first word of a name may stand for the person: family name first, or given names in use. */
export const KNOWN_BY_FIRST_WORD = words("jp kr kp cn tw hk vn kh sg mm hu my bn th et er is");
