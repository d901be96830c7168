/** First names for made-up agents, from many languages; no two are the same in lower case. */
export const AGENT_NAMES: readonly string[] = `
Abebe Adaeze Adelina Aditi Adriana Agnieszka Ahmed Aiko Ainhoa Aisling Akira Akosua Alasdair Albena Aleksander
Alessia Alfonso Alicja Alinta Almaz Amadou Amara Amélie Amina Anahit Anaïs Anders Aneta Ángela Anouk Antero
Anthea Antônia Aoife Arash Araceli Arjun Arlo Armando Arnau Ásta Astrid Asuka Atticus Aurelio Ayelet Ayşe Azadeh
Babajide Baran Bartosz Basil Batbayar Beatriz Begoña Benedikt Benoît Berenike Bilal Bjarni Björk Bjørn Blessing
Bogdan Bożena Branimir Bronwen Bruna Caetano Çağla Calum Camila Caoimhe Carmela Casimir Cecília Célia Chanel
Charlotta Chiara Chidi Chinua Chloé Ciarán Clémence Conceição Cornelia Cosmin Csilla Dagný Daichi Damir Danika
Daphne Dariusz Dashiell Davide Deirdre Delphine Demba Desta Dilnoza Dimitar Dinesh Đorđe Dorota Dragana Đức Duarte
Dulce Ebele Edda Eduardo Efua Eilidh Eirik Ekaterina Elif Elio Elspeth Emeka Emil Enrique Enzo Erzsébet Esperanza
Esteban Étienne Eun-ji Ewa Fabienne Faisal Farida Fatoumata Federica Feliks Femke Fernanda Filippa Finnian Fiona
Florin Folami Françoise Freya Frida Fumiko Gabriela Gaël Gaspard Gebhard Genevieve Gerda Ghassan Gian Gintaras
Giulia Göran Gökçe Graciela Grainne Greta Guadalupe Guðrún Gustavo Håkan Halina Hamza Hanneke Haruto Hedda
Heiko Henrike Hideo Hugo Hương Ibrahim Ichiro Idris Ieva Ignacio Ilona Imani Imre Ines Ingrid Íñigo Ioana Iratxe
Isidora Itziar Ivana Iwona Iza Jabari Jacinta Jadwiga Jakub Jamila Jannik Jarmila Jasper Jelena Jens Jiří Joanna
João Jolanta Jomo Jörg José Josefina Juhani Julieta Jürgen Kaito Kajsa Kalinda Kamala Karim Kasia Käthe Katrín
Kazuki Kehinde Keiko Kerstin Khadija Kiran Klára Klaudia Kofi Kwame Kyung Ladislav Lamin Larissa László Leïla
Leocadia Liisa Lindiwe Linh Liora Llewelyn Loïc Lorcan Lovísa Lucía Ludmila Luís Łucja Łukasz Lupita Mads Maeve
Magnus Mahmoud Maite Makena Małgorzata Malin Manuela Māra Marcin Mariam Marisol Márta Mateus Matilde Mayumi Mehmet
Meinhard Mercedes Micaela Mihai Milica Milos Minh Mireille Miroslava Modesty Mónica Morwenna Mwangi Nadège Naoko
Natsuki Ndidi Neela Nephele Ngozi Niamh Nikolai Nils Nkechi Noémie Nuno Núria Oddný Odile Oisín Oksana Olumide Ömer
Onyeka Oriol Orla Osagie Otieno Ottoline Özlem Paavo Paloma Pascal Patrícia Pavel Pedro Perpetua Petra Philippa
Piotr Prakash Quim Rachida Radek Ragnhild Rainer Rajani Ramiro Raúl Régine Renée Reza Rhiannon Ricarda Riikka
Rodrigo Rokuro Ronja Rosalind Runa Ruslan Ryszard Sabela Sadio Sakura Salma Samira Sandor Šárka Saskia Seán
Sebastião Sergei Şirin Shirin Siân Sibusiso Sigríður Silvana Simone Siobhán Slavica Solveig Søren Soraya Stanisław
Stellan Sunniva Svetlana Sylwia Szymon Taavi Tadeusz Taiwo Takeshi Tamar Tanvir Tariq Tatiana Tendai Teodor Terezinha
Thảo Thabo Þóra Tibor Tiina Tomás Torvald Tove Trinidad Tsering Tuğba Tuula Ülle Umberto Urszula Valentina Vanja
Vasile Veerle Verónica Viggo Vigdís Viktoria Violeta Vojtěch Wanjiru Wenche Wiebke Wiktor Winifred Wojciech Xabier
Ximena Yael Yaw Yevgenia Yiannis Yolanda Yuki Yusuf Zainab Żaneta Zdeněk Zeynep Zofia Zoë Zubair Zuzana
Иван Ольга Надія Ελένη 美咲 健太 小明 志强 さくら 민준 서연 आरव प्रिया فاطمة يوسف אורי נועה สมชาย Գայանե`
  .trim()
  .split(/\s+/);
