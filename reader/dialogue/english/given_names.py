"""Given names by gender, a list of our own of what is usual in English books."""

from __future__ import annotations

from types import MappingProxyType

_FEMALE = """
abigail ada adela adelaide adele agatha agnes alexandra alice alicia alma amanda amelia amy
anastasia andrea angela angelica anita ann anna annabel anne annette annie antonia april arabella
audrey augusta aurora barbara beatrice becky belinda bella bernice bertha bess bessie beth betsy
betty blanche brenda bridget camilla carla carol carolina caroline carrie cassandra catherine
cathy cecilia cecily celia charity charlotte chloe christina christine clara clare clarissa
claudia clementina constance cora cordelia cynthia daisy daphne deborah delia diana dinah dolly
dora doris dorothea dorothy edith edna effie eileen elaine eleanor elena eliza elizabeth ella
ellen elsa elsie emily emma emmeline enid esmeralda estella esther ethel eugenia eunice eva eve
evelyn evelina faith fanny felicia fiona flora florence frances freda gabrielle genevieve
georgiana georgina geraldine gertrude gladys glenda grace greta gretchen gwen gwendolen hannah
harriet hazel heather helen helena henrietta hermia hermione hester hetty hilda honor hope ida
imogen inez irene iris isabel isabella isobel ivy jane janet janie jean jeanne jemima jennifer
jenny jessica jessie jill joan joanna josephine josie joyce judith judy julia juliana juliet june
justine karen kate katherine kathleen katie katy kitty laetitia laura lavinia leah leila lena
leonora letitia letty lilian lily linda lisa lizzie lizzy lois lola lorna lottie louisa louise
lucia lucilla lucille lucinda lucy lydia mabel madeleine madeline madge maggie marcella margaret
margery margot maria marian marianne marie marilla marina marion marjorie martha mary matilda
maud maude maureen may medora melanie melissa mercy meg mildred millicent millie minnie mina
miranda miriam moll molly mona monica muriel myra myrtle nan nancy naomi natalie natasha nell nellie
nelly nina nora norah octavia olga olive olivia ophelia pamela pansy patience patricia paula
pauline peggy penelope philippa phoebe phyllis polly portia priscilla prudence rachel rebecca regina
rhoda rita roberta rosa rosalie rosalind rosamond rosamund rose rosemary rosie ruth sabina sabrina
sadie sally samantha sara sarah selina selma shirley sibyl silvia sonia sophia sophie sophy stella
sue susan susanna susannah susie sybil sylvia teresa tess thea thelma theodora theresa ursula
valeria vanessa vera verena veronica victoria viola violet virginia vivian wilhelmina winifred
winnie yvonne zoe henriette claire lucie cosette fantine helene natalya sonya tatiana anya nadia
olenka katya masha dasha grushenka liza lise nastasya hope
"""

_MALE = """
aaron abel abraham abe adam adolphus adrian alan albert alec aleck alexander alexis alfred algernon
allan allen alphonse ambrose amos andrew andy angus anselm anthony antonio archer archibald archie
arnold arthur aubrey augustine augustus barnaby barney bartholomew basil ben benedict benjamin
bernard bert bertie bertram bill billy bob bobby boris brian bruce cecil cedric charles charley
charlie chester christian christopher clarence claude clement clifford clive colin conrad cornelius
cuthbert cyril daniel danny david denis dennis derek desmond dick dickie dominic donald douglas
duncan eddie edgar edmund edward edwin eli elias elliot ephraim eric ernest eugene eustace evan
ezekiel ezra felix ferdinand fitzroy francis francois frank franz fred freddie freddy frederick
gabriel geoffrey george gerald gideon gil gilbert giles godfrey gordon graham gregory guy hal
hamilton hamlet harold harry harvey hector henry herbert hercule herman hezekiah hiram homer horace
horatio howard hubert hugh hugo humphrey ian ichabod ignatius ira isaac isaiah ishmael israel ivan
jabez jack jacob jake james jasper jean-jacques jeff jeffrey jem jeremiah jeremy jerome jerry jesse
jim jimmy job joe joel john johnny jonas jonathan jose joseph josiah joshua juan jude julian julius
justin keith kenneth lambert lancelot laurence laurie lawrence leo leon leonard leopold leslie lewis
lionel louis lucas lucian lucius luke luther malcolm marcus mark marmaduke martin matt matthew
maurice max maximilian maxwell melville michael miguel mike miles montague mordecai morris moses
nathan nathaniel ned neil neville nicholas nick nicolas nigel noah noel norman oliver orlando oscar
osmond oswald otto owen patrick paul percival percy perry peter philip phileas phineas pierre
quentin quincey ralph randolph raphael ray raymond reginald reuben rex richard rob robert robin
roderick rodney roger roland rollo romeo ronald rory rowland roy rudolf rudolph rufus rupert russell
sam samson samuel sancho saul sebastian septimus seth shadrach sherlock sidney sigmund silas simeon
simon solomon stanislaus stanley stephen steve steven stuart sydney tarzan ted teddy terence
thaddeus theobald theodore theophilus thomas tim timothy titus toby tom tommy tony tristram ulysses
uriah valentine vernon victor vincent vivaldi wallace walter warren wilfred will william willie
willoughby winston zachary alexey alyosha dmitri fyodor mitya nikolai pavel piotr rodion sergei
vladimir aramis athos porthos jacques jean-paul edouard emile gaston gustave jules marcel marius
rene fitzwilliam hareton heathcliff huckleberry huck phineas
"""

GIVEN_NAMES = MappingProxyType(
    {**dict.fromkeys(_FEMALE.split(), "f"), **dict.fromkeys(_MALE.split(), "m")}
)
