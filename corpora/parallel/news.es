El Gobierno aprobó ayer un plan de 250 millones de euros para mejorar las carreteras del norte.
La UE y la OTAN celebrarán una reunión en Bruselas el próximo lunes.
Según la policía, tres personas resultaron heridas en el accidente del puerto.
El presidente de Estados Unidos llegó a París para hablar con los ministros europeos.
«Es un buen día para la ciudad», dijo María López después del partido.
La empresa Brillo Systems venderá su fábrica de Valencia este año.
El precio del pan subió un 6 % entre enero y marzo.
La ONU pide agua y comida para los niños de la región.
Las tiendas de la ciudad cierran a las ocho de la tarde para la fiesta.
El alcalde de Londres presentó un proyecto para reducir el tráfico en el centro.
La casa de Ana Torres está en una calle tranquila cerca del mar.
Los médicos del hospital trabajan doce horas al día desde el verano.
