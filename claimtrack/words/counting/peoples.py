"""Peoples: what the people of a country, a region, a faith or a party are called, in the plural."""

from __future__ import annotations

from claimtrack.words.tokens import word_set

#: In lower case; in a text they have a capital ("Poles" are persons, "poles" hold up a tent). Those
#: that are adjectives as well ("Swiss") are not among them.
PEOPLES = word_set(
    """
    abkhazians africans albanians algerians angolans arabs argentines argentinians armenians asians
    australians austrians azerbaijanis azeris bahrainis balts bangladeshis basques bavarians
    belarusians belgians berliners bolivians bosnians bosniaks brazilians brits britons bulgarians
    cambodians cameroonians canadians catalans chechens chileans circassians colombians
    corsicans cossacks croatians croats cubans cypriots czechs danes dutchmen ecuadorians egyptians
    emiratis englishmen eritreans estonians ethiopians europeans fijians filipinos finns flemings
    frenchmen gambians georgians germans ghanaians greeks greenlanders guatemalans guineans haitians
    hondurans hongkongers hungarians icelanders indians indonesians iranians iraqis irishmen
    israelis italians ivorians jamaicans jordanians kazakhs kenyans koreans kosovars kurds kuwaitis
    laotians latvians liberians libyans lithuanians londoners luxembourgers macedonians
    malaysians malians maoris mauritanians mexicans moldovans mongolians mongols
    montenegrins moroccans mozambicans muscovites namibians nepalis nicaraguans nigerians
    nigeriens norwegians omanis pakistanis palestinians panamanians paraguayans parisians pashtuns
    persians peruvians poles qataris romanians romans russians rwandans samoans
    saudis scots serbs siberians sicilians singaporeans slavs slovaks slovenes
    slovenians somalis spaniards swedes syrians tajiks tanzanians tatars texans thais tibetans
    tunisians turkmens turks tuvans ugandans ukrainians uruguayans uyghurs uzbeks venezuelans
    welshmen yazidis yemenis yorkers zealanders zimbabweans zambians
    ahmadis alawites anglicans buddhists catholics christians copts hindus houthis jews
    lutherans mennonites methodists mormons muslims protestants quakers rohingya shias
    shiites sikhs sunnis
    bolsheviks communists democrats gaullists islamists labourites
    nazis republicans socialists tories unionists whigs zionists
    meps mps
    """
)
