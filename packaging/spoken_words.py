"""Words that fill the invented talks: professions, illnesses and injuries, schooling, belongings, kin, titles, kinds of place and body. Chosen by hand."""

from __future__ import annotations

JOBS = (
    "teacher|nurse|truck driver|baker|welder|tailor|farmer|shepherd|doctor|lawyer|journalist|village doctor|primary school teacher|bus driver|carpenter|electrician|tax clerk"
    "|accountant|fisherman|university lecturer|midwife|soldier|conscript|police officer|army captain|shopkeeper|butcher|translator|photographer|software engineer|cook|pharmacist"
    "|student of medicine|civil servant|mechanic|guard|bookseller|taxi driver|dentist|singer|miner|cleaner|seamstress|prison guard|poet|hairdresser|beekeeper|imam|monk|nun"
    "|university professor|research assistant|veterinary surgeon|watchman|medical student|music teacher|security guard|lorry driver|social worker|ballet dancer|surveyor"
    "|plumber|painter|roofer|bricklayer|mason|blacksmith|locksmith|goldsmith|jeweller|watchmaker|shoemaker|cobbler|barber|weaver|dyer|potter|printer|typesetter|bookkeeper|cashier"
    "|auditor|banker|broker|insurance agent|estate agent|notary|advocate|barrister|solicitor|prosecutor|judge|bailiff|court clerk|interpreter|editor|editor-in-chief|publisher|reporter"
    "|columnist|blogger|cameraman|film director|actor|actress|musician|composer|violinist|pianist|painter and sculptor|sculptor|architect|engineer|civil engineer|chemist|physicist"
    "|biologist|mathematician|historian|archaeologist|economist|sociologist|librarian|archivist|headmaster|school principal|kindergarten teacher|physics teacher|professor of history"
    "|surgeon|psychiatrist|psychologist|paediatrician|gynaecologist|dermatologist|physician|general practitioner|medical practitioner|paramedic|ambulance driver|physiotherapist"
    "|optician|laboratory technician|technician|computer programmer|programmer|web designer|graphic designer|fashion designer|model|tour guide|travel agent|pilot|flight attendant|sailor"
    "|ship's captain|dock worker|porter|crane operator|tractor driver|train driver|railway worker|postman|courier|waiter|waitress|barman|chef|hotel manager|manager|sales manager"
    "|salesman|saleswoman|trader|merchant|wholesaler|importer of textiles|factory owner|factory worker|foreman|warehouse worker|construction worker|day labourer|labourer|gardener"
    "|forester|hunter|herdsman|reindeer herder|fish farmer|winegrower|tobacco grower|rice farmer|cattle breeder|horse trader|beggar|street vendor|caretaker|janitor|housekeeper|maid"
    "|nanny|babysitter|domestic worker|cleaning lady|bodyguard|detective|customs officer|border guard|firefighter|gendarme|sergeant|non-commissioned officer|retired officer"
    "|retired colonel|artillery officer|naval officer|military pilot|student|law student|postgraduate student|apprentice|trainee|pensioner|housewife|trade unionist|activist"
    "|human rights lawyer|member of parliament|mayor|village head|headman|councillor|party secretary|town clerk|diplomat|consul|priest|pastor|bishop|rabbi|preacher|missionary"
    "|mullah|lama|muezzin|fortune teller|athlete|footballer|boxer|wrestler|swimming coach|referee|chess teacher|jockey|clown|circus performer|dancer|choir leader|disc jockey"
)
ILLNESSES = (
    "diabetes|epilepsy|asthma|tuberculosis|hepatitis|hepatitis b|arthritis|arthrosis|sciatica|schizophrenia|paranoid schizophrenia|depression|severe depression|bipolar disorder"
    "|post-traumatic stress disorder|anxiety|a heart condition|heart failure|a heart attack|a stroke|high blood pressure|hypertension|kidney failure|kidney stones|cirrhosis of the liver"
    "|a stomach ulcer|gastritis|pneumonia|bronchitis|cancer|breast cancer|lung cancer|leukaemia|anaemia|malaria|typhoid|cholera|hiv|aids|syphilis|meningitis|encephalitis|dementia"
    "|a psychotic illness|a mental illness|a nervous breakdown|paralysis|partial paralysis|blindness|deafness|loss of hearing|loss of hearing in one ear|loss of sight|a hernia|a slipped disc"
    "|a herniated disc|osteoporosis|scoliosis|neuralgia|migraine|chronic headaches|insomnia|a miscarriage|malnutrition|frostbite|gangrene|multiple sclerosis|muscular dystrophy"
    "|a fracture of the skull|a fracture of the left wrist|fractured ribs|two broken ribs|a broken nose|a broken arm|a broken jaw|a dislocated shoulder|a gunshot wound|a bullet in his leg"
    "|shrapnel in her back|burns on his hands|a scar on the left cheek|a burn on her neck|bruises on both legs|a perforated eardrum|a torn ligament|nerve damage in the right hand"
    "|damage to the spine|an amputated finger|amputation of the left leg|total disability|permanent disability|degenerative disc disease|calcification of the shoulder|a spinal injury"
)
SCHOOLING = (
    "a degree in chemistry|a degree in law|a doctorate in physics|a diploma in accounting|a vocational school diploma|a high school diploma|a certificate in nursing"
    "|a master's degree in literature|a teaching certificate|a military academy|a religious school|a vocational high school|an agricultural college|a technical institute"
    "|a nursing school|a music conservatory|an evening school|a police academy|a faculty of medicine"
)
BELONGINGS = (
    "a small pharmacy|a bakery|a tea house|a mobile phone shop|an orchard of walnuts|a flock of sheep|a fish farm|two taxis|a printing press|a textile workshop|a hotel by the lake|a petrol station"
    "|a bookshop|three buses|a flour mill|a sawmill|a vineyard|a fishing boat|a publishing house|a private school|a restaurant|a jewellery shop|a car wash|a brick kiln|an internet café"
    "|a beauty salon|a driving school|a dairy farm|a water mill|a tailor's shop|a construction company|a travel agency|a furniture factory|a garage"
)
KIN = (
    "brother sister wife husband son daughter uncle aunt cousin neighbour friend nephew niece mother father grandson brother-in-law"
    " boss teacher classmate roommate son-in-law grandmother colleague"
)
TITLES = "mr mrs ms dr officer chief director judge professor sergeant inspector captain warden uncle auntie comrade pastor imam sheikh brother sister commander mullah major"
HEADS = (
    "village town county district prefecture camp valley hill market bridge station street checkpoint crossing neighbourhood"
)
BODIES = (
    "{place} detention centre|{place} police station|{place} county court|{place} prison|{place} hospital|{place} middle school|{place} public security bureau"
    "|{place} trading company|{place} number two prison|the {place} brigade|{place} teachers college|the {place} mosque|radio {place}|{place} cement works"
    "|the court of appeal in {place}|{place} university|the {place} weekly|the committee of {place} mothers|{place} textile factory|bank of {place}"
)
