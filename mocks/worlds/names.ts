/**
 * Names for invented people, in groups that are commonly given together, with shares that follow England's 2021 census roughly. They are put
 * together by chance; nobody real is meant.
 */
export interface NameGroup {
  /** How often it is drawn, against the other groups. */
  share: number
  given: readonly string[]
  family: readonly string[]
}

const words = (text: string): string[] => text.trim().split(/\s+/)

export const nameGroups: readonly NameGroup[] = [
  {
    share: 58,
    given: words(`
      Abigail Alistair Alison Andrew Barbara Beatrice Benedict Bernadette Brenda Caroline Cecily Christopher Clare Clive Daphne Deborah Diane Dominic
      Dorothy Edmund Eleanor Elspeth Fiona Frances Gareth Geoffrey Gillian Gwen Harriet Hazel Heather Helena Hilary Hugh Imogen Isobel Jacqueline
      Janet Jasper Jocelyn Judith Julian Katherine Kerry Laurence Lesley Lindsay Lorna Lucinda Malcolm Margaret Marian Martin Maureen Miranda Nigel
      Norma Oliver Patrick Pauline Philippa Quentin Rachel Rosemary Rowena Rupert Sheila Simon Stella Stuart Susannah Thomasin Trevor Ursula
      Veronica Vivian Wendy Winifred Zoë
    `),
    family: words(`
      Ackersby Alderwick Applegarth Arkwell Ashcombe Barrowclough Bellwether Birkenshaw Blackthorne Blenkinsop Bramblewick Brightmoor Bracegirdle
      Broadhead Butterwick Calderbank Cartledge Chalkley Clitheroe Cobblestone Copperwheat Crabtree Cresswold Dapplemere Dewhirst Dunnockshaw Eaglesby
      Earnshaw Eldershaw Fairweather Fallowfield Featherstone Fennimore Foxglove Gathercole Goldthorpe Grimshaw Hallowes Harbottle Hartwright
      Hawksworth Heathershaw Hollowell Honeyball Inkpen Ironmonger Kettlewell Kingsnorth Larkspur Lavenham Leatherbarrow Lightbown Longbottom Lovelace
      Marchbanks Merriweather Micklethwaite Moorcroft Mossgrove Nettleship Nightingale Oakenshaw Oldroyd Ormerod Otterburn Peasgood Penhaligon
      Pettigrew Pinkerton Postlethwaite Quickfall Ramsbottom Ravenscroft Rosewarne Rushworth Sandalwood Shufflebotham Silverthorne Snowball Sparrowhawk
      Stonehewer Swallowdale Tattersall Thistlethwaite Threlkeld Turnpenny Underhill Vipond Wagstaff Wainscott Waterhouse Wetherby Whippletree
      Windermere Winterbourne Woolstencroft Yarborough Yellowley
    `),
  },
  {
    share: 6,
    given: words(
      'Angharad Aoife Blodwen Ciarán Cerys Declan Eilidh Emyr Fergus Gethin Gráinne Ifan Lowri Mairead Morag Niamh Rhiannon Rhodri Siân Siobhán',
    ),
    family: words(`Cadwaladr Carrick Drummossie Gilfillan Glendower Kilbracken Llewelyn-Coed Macquarrie McSorley O'Dunlin O'Hartigan Penrhos Prothero
      Strathmore Tregarrick`),
  },
  {
    share: 10,
    given:
      words(`Aarti Amrit Anjali Deepak Gurpreet Harjit Jaspreet Jyoti Kiran Manjit Meera Navdeep Nikhil Pooja Pritpal Rajesh Ranjit Sukhdev Sunita
      Vikram`),
    family: words(
      `Ahluwalia Bassi Chatwal Desai Dhanoa Gandham Hansra Jethwa Kalsi Lakhani Mistry Nandra Parmar Rajvanshi Sandhar Thakrar
      Vadukul Vyas`,
    ),
  },
  {
    share: 9,
    given:
      words(`Abdul-Karim Adeel Aisha Bilal Farhana Faisal Hafsa Imran Khadija Mahmuda Nadia Nasreen Rukhsana Saima Shabnam Sohail Tahmina Tariq Yusuf
      Zubair`),
    family: words(
      `Abbasi Bakht Chowdhury Durrani Fazal Ghaznavi Hashmi Ispahani Jamal Kazmi Lodhi Mirza Noorani Qureshi Rahman Siddiqa
      Talukdar Zaman`,
    ),
  },
  {
    share: 8,
    given: words(`Abena Adaeze Ayodele Chidi Chipo Ebere Efua Femi Ifeoma Kofi Kwabena Kwame Ngozi Nomvula Olumide Rutendo Tafadzwa Tendai Temitope
      Yewande`),
    family: words(
      `Abiola Adekunle Akwetey Asante Boateng Chinyama Ekwueme Fasanya Ikpeme Kyeremeh Mutandwa Ndlovu Nkemelu Obafemi Odunlami
      Okorie Owusu Sibanda Ugwu Zimuto`,
    ),
  },
  {
    share: 4,
    given: words('Anthea Clinton Curtis Delroy Desmond Errol Gloria Hyacinth Leroy Marcia Marlon Merlene Novlette Sonia Winsome Yvette'),
    family: words(`Bellegarde Carradine Constantine Cumberlander Delapenha Fontenelle Gracefield Hibbert Lightbourne Mapp Pennant Thibou`),
  },
  {
    share: 6,
    given: words(`Agnieszka Andrei Bogdan Dorota Elżbieta Ioana Jurate Katarzyna Łukasz Magdalena Marek Mihaela Ondřej Petya Raluca Stanisław Tomasz
      Zuzanna`),
    family: words(
      `Brzezinski Cieślak Dąbrowiecki Grigoras Jaworski Kalniņš Krupa Lipowiecka Marinescu Novotný Ostrowicz Petrauskas
      Stoyanchev Wielgosz Zieliński`,
    ),
  },
  {
    share: 4,
    given: words('Antónia Beatriz Calogero Chiara Dimitra Emre Esra Giovanna Inês Joaquim Lucía Nuria Rafael Stavros Yiannis Zeynep'),
    family: words(
      `Albuquerque Beyoglu Cavallini Constantinou D'Amico Esposito Ferreira Kyprianou Montalbano Papavassiliou Quintanilha
      Yildirim`,
    ),
  },
  {
    share: 4,
    given: words('Chun-Hei Hiroko Jia-Li Kai-Ming Linh Mei-Ling Minh Naoko Ploy Sang-Woo Siu-Fong Thuy Wai-Lam Xiaolin'),
    family: words(`Cheung Fujimoto Hoang Kwok Lai Nguyen Okabe Sung Takahashi Tsang Wong Zhou`),
  },
  {
    share: 4,
    given: words('Adil Amina Azadeh Dalia Farah Hodan Jamila Karim Leila Mariam Nawal Parisa Rami Samira Selam Yonas'),
    family: words(`Abdirahman Barzanji Farahmand Ghebreab Haddad Jama Khalil Mansouri Nahrawi Osman Tesfamariam Warsame`),
  },
  {
    share: 2,
    given: words('Avigail Daniel Esther Gideon Hadassah Miriam Naomi Reuben Shoshana Tobias'),
    family: words(`Adler Birnbaum Feldman Goldzweig Kestenbaum Mandel Rosenthal Silberfeld`),
  },
]
