"""Persons: the common nouns for persons, as they stand behind a number."""

from __future__ import annotations

from claimtrack.words.tokens import word_set

#: In lower case, whatever case a text has them in; those of a people stand in `peoples`. Nouns of
#: things as well are not among them (bombers, climbers, hosts, models; "27 members" may be states),
#: nor what firms are called (builders, couriers, lenders).
PERSONS_CALLED = word_set(
    """
    people persons person soldiers soldier troops servicemen serviceman servicewomen personnel men
    man women woman children child civilians civilian fighters fighter residents inhabitants
    citizens refugees migrants voters workers employees prisoners hostages recruits conscripts
    mercenaries volunteers officers police officials students pupils teachers doctors patients
    journalists protesters demonstrators casualties casualty deaths fatalities victims survivors
    dead killed wounded injured missing losses adults teenagers girls boys householders pensioners
    militants insurgents rebels combatants peacekeepers peacekeeper reservists defectors deserters
    passengers speakers respondents ukrainians ukrainian russians russian americans american
    europeans germans britons belarusians palestinians israelis syrians afghans iranians chinese
    koreans crimeans jews muslims christians tatars pilots sailors marines paratroopers infantrymen
    guardsmen detainees captives pows evacuees drivers motorists cyclists pedestrians parents
    mothers fathers tenants renters homeowners graduates apprentices surgeons midwives carers
    inmates commuters customers users subscribers shareholders investors farmers miners nurses
    lawyers judges politicians lawmakers deputies mps senators diplomats activists athletes players
    fans spectators attendees delegates candidates applicants babies infants toddlers youths
    youngsters males females retirees veterans settlers relatives colleagues crew participants
    colonels generals commanders ministers consumers taxpayers foreigners democrats republicans
    locals villagers rescuers firefighters viewers listeners readers visitors tourists holidaymakers
    followers supporters mourners worshippers pilgrims sons daughters brothers sisters uncles aunts
    cousins nephews nieces husbands wives spouses widows widowers orphans grandchildren grandparents
    grandmothers grandfathers grandsons granddaughters stepchildren siblings kids teens
    schoolchildren schoolboys schoolgirls newborns staff staffers scientists researchers academics
    professors lecturers scholars economists analysts experts engineers architects technicians
    programmers mathematicians physicists chemists biologists historians archaeologists astronomers
    actors actresses comedians singers dancers musicians artists painters sculptors poets novelists
    writers authors filmmakers playwrights photographers cameramen editors reporters correspondents
    bloggers suspects defendants gunmen gangsters mobsters jurors paramedics medics priests bishops
    monks nuns imams rabbis vicars pastors clergy clergymen missionaries accomplices assailants
    attackers assassins murderers robbers burglars thieves looters rioters hooligans hijackers
    smugglers traffickers fraudsters criminals convicts felons offenders perpetrators rapists
    abusers extremists terrorists jihadists guerrillas separatists snipers cadets corporals
    sergeants lieutenants captains admirals brigadiers commandos gendarmes policemen policewomen
    constables detectives inspectors sheriffs wardens jailers guards bodyguards lifeguards
    coastguards firemen firewomen sentries legionnaires servicepeople servicemembers airmen seamen
    submariners crewmen astronauts cosmonauts stowaways castaways divers swimmers hikers skiers
    mountaineers trekkers backpackers joggers bikers motorcyclists truckers cabbies postmen dockers
    stevedores plumbers electricians carpenters bricklayers roofers welders cleaners cooks chefs
    waiters waitresses bartenders tailors hairdressers shopkeepers grocers fishermen fishers
    shepherds herders gardeners foresters loggers lumberjacks labourers laborers craftsmen tradesmen
    businessmen businesswomen businesspeople entrepreneurs executives managers directors trustees
    bankers accountants auditors clerks secretaries receptionists librarians bureaucrats councillors
    aldermen mayors governors presidents chancellors monarchs princesses dukes congressmen
    congresswomen parliamentarians legislators ambassadors envoys spies mediators negotiators guests
    invitees onlookers bystanders eyewitnesses witnesses plaintiffs claimants complainants litigants
    barristers solicitors attorneys prosecutors magistrates bailiffs notaries physicians
    psychiatrists psychologists dentists pharmacists radiographers physiotherapists therapists
    anaesthetists obstetricians paediatricians gynaecologists vets veterinarians orderlies
    outpatients inpatients sufferers addicts smokers drinkers diabetics asthmatics amputees
    undergraduates postgraduates freshmen alumni interns trainees learners tutors headteachers
    headmasters janitors nannies babysitters childminders maids butlers servants slaves serfs
    peasants townspeople townsfolk islanders highlanders nomads aborigines newcomers immigrants
    emigrants expatriates expats exiles returnees squatters leaseholders freeholders landlords
    landladies landowners lodgers flatmates roommates neighbours neighbors friends strangers
    acquaintances comrades teammates footballers cricketers golfers wrestlers jockeys gymnasts
    batsmen goalkeepers midfielders referees umpires linesmen olympians medallists medalists
    marchers picketers agitators dissidents whistleblowers suffragettes revolutionaries royalists
    loyalists nationalists populists anarchists feminists environmentalists campaigners lobbyists
    canvassers electors nominees appointees jobseekers breadwinners borrowers depositors savers
    benefactors philanthropists millionaires billionaires shoppers buyers diners partygoers
    revellers festivalgoers concertgoers theatregoers cinemagoers churchgoers moviegoers gamblers
    gamers youtubers influencers internauts guys lads lasses ladies gentlemen gents folks oldies
    octogenarians nonagenarians centenarians millennials quadruplets mums moms dads stepfathers
    stepmothers godparents fiancees brides bridegrooms bridesmaids newlyweds divorcees bachelors
    heirs descendants martyrs disciples believers atheists agnostics heretics infidels humanitarians
    ambulancemen chairmen chairwomen spokesmen spokeswomen spokespeople statesmen stateswomen
    noblemen courtiers hackers scammers impostors informants informers fugitives escapees kidnappers
    abductors captors internees deportees
    """
)
