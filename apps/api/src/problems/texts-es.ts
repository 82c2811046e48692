import type { ProblemTexts } from './problem-texts.js';

/** Spanish texts of problems and rules. */
export const TEXTS_ES: ProblemTexts = {
  problems: {
    'malformed-request': { title: 'Solicitud ilegible', detail: 'No se pudo leer la solicitud.' },
    'acting-organization-required': {
      title: 'Falta la organización',
      detail: 'Indique en nombre de cuál de sus organizaciones actúa.',
    },
    'not-signed-in': { title: 'Inicie sesión', detail: 'Inicie sesión, o vuelva a iniciarla.' },
    'not-admitted': {
      title: 'Cuenta no admitida',
      detail: 'Su cuenta no tiene una membresía vigente en Enlace.',
    },
    'not-permitted': { title: 'No permitido', detail: 'Sus funciones no incluyen este acto.' },
    'acting-organization-refused': {
      title: 'Organización rechazada',
      detail: 'Usted no puede actuar en nombre de esta organización.',
    },
    'stronger-sign-in-required': {
      title: 'Se requiere un código',
      detail: 'Para este acto hace falta, además de la contraseña, un código de un solo uso.',
    },
    'own-report': {
      title: 'Su propio informe',
      detail: 'Otra persona debe validar un informe en el que usted trabajó.',
    },
    'not-found': { title: 'No encontrado', detail: 'Aquí no hay nada que usted pueda ver.' },
    'method-not-allowed': {
      title: 'Método no permitido',
      detail: 'Esta dirección no acepta el método.',
    },
    'not-acceptable': {
      title: 'Formato no disponible',
      detail: 'La respuesta no existe en el formato solicitado.',
    },
    'request-timed-out': {
      title: 'Envío demasiado lento',
      detail: 'La solicitud no llegó completa a tiempo; envíela de nuevo.',
    },
    'state-conflict': {
      title: 'No es posible en este estado',
      detail: 'El registro se encuentra en un estado que no lo permite.',
    },
    'report-exists': {
      title: 'El informe ya existe',
      detail: 'Ya hay un informe para este punto, período y observación.',
    },
    'request-in-progress': {
      title: 'Aún en curso',
      detail: 'La misma solicitud sigue en curso; inténtelo de nuevo en un momento.',
    },
    'stale-version': {
      title: 'Modificado entretanto',
      detail: 'Alguien modificó el registro después de que usted lo abriera.',
    },
    'body-too-large': {
      title: 'Demasiado grande',
      detail: 'Lo enviado supera el tamaño permitido.',
    },
    'address-too-long': {
      title: 'Dirección demasiado larga',
      detail: 'La dirección supera la longitud permitida; use menos filtros.',
    },
    'media-type-not-supported': {
      title: 'Formato no admitido',
      detail: 'Envíe la solicitud en JSON.',
    },
    'file-type-not-supported': {
      title: 'Tipo de archivo no admitido',
      detail: 'Envíe un PDF, DOCX, XLSX, CSV, PNG o JPEG que sea lo que dice su nombre.',
    },
    'invalid-input': { title: 'Datos no válidos', detail: 'Corrija los lugares señalados.' },
    'idempotency-key-reused': {
      title: 'Clave ya utilizada',
      detail: 'Esta Idempotency-Key se usó con otro contenido.',
    },
    'checks-not-passed': {
      title: 'Controles no superados',
      detail: 'Corrija las cifras señaladas.',
    },
    'warnings-not-confirmed': {
      title: 'Avisos por confirmar',
      detail: 'Confirme cada aviso con un comentario.',
    },
    'audience-above-classification': {
      title: 'Audiencia demasiado amplia',
      detail: 'La clasificación no permite esta audiencia.',
    },
    'version-required': {
      title: 'Falta la versión',
      detail: 'Indique en If-Match la versión que modifica.',
    },
    'too-many-requests': {
      title: 'Demasiadas solicitudes',
      detail: 'Espere un momento antes de intentarlo de nuevo.',
    },
    'headers-too-large': {
      title: 'Cabeceras demasiado grandes',
      detail: 'Las cabeceras de la solicitud superan el tamaño permitido.',
    },
    'internal-error': {
      title: 'Error interno',
      detail: 'Algo falló de nuestro lado. Cite la referencia al pedir ayuda.',
    },
    'service-unavailable': {
      title: 'No disponible por ahora',
      detail: 'Una parte del servicio no responde; inténtelo de nuevo en breve.',
    },
    'files-busy': {
      title: 'Se están revisando muchos archivos',
      detail:
        'En este momento se revisan otros archivos; vuelva a enviar el suyo en unos segundos.',
    },
  },
  rules: {
    'value-blank': 'Escriba un número o quite la fila.',
    'value-negative': 'El número no puede ser negativo.',
    'value-not-whole': 'Escriba un número entero.',
    'value-too-large': 'El número es demasiado grande.',
    'nationality-unknown': 'No se conoce este código de nacionalidad.',
    'nationality-duplicated': 'Esta nacionalidad aparece más de una vez.',
    'sex-unknown': 'No se conoce este código de sexo.',
    'age-band-unknown': 'No se conoce este grupo de edad.',
    'indicator-unknown': 'No se conoce este indicador.',
    'cell-duplicated': 'Esta combinación de nacionalidad, sexo y edad aparece más de una vez.',
    'indicator-duplicated': 'Este indicador aparece más de una vez.',
    'age-bands-mixed':
      'En una misma fila no se cuenta a nadie en un grupo de edad y en una parte de él.',
    'count-differs-from-cells': 'La cifra difiere de la suma de sus celdas.',
    'indicator-above-total': 'El indicador supera el total.',
    'children-above-under-18s':
      'Hay más niños, niñas y adolescentes que personas menores de 18 años.',
    'no-figures': 'Escriba cifras o marque el informe como sin llegadas.',
    'nil-with-figures': 'Un informe sin llegadas no puede contener cifras.',
    'period-not-ended': 'El período aún no ha terminado.',
    'period-before-1990': 'El período es anterior a 1990.',
    'crossing-point-of-another-state': 'El punto de cruce pertenece a otro Estado.',
    'crossing-point-outside-seat': 'Su puesto de punto focal no abarca este punto de cruce.',
    'crossing-point-not-active': 'El punto de cruce no estaba activo en el período.',
    'note-too-long': 'La nota es demasiado larga.',
    'note-with-personal-data': 'La nota parece contener datos personales; quítelos.',
    'nationality-of-the-americas': 'Esta nacionalidad es de las Américas.',
    'nationality-look-alike': 'Este código se confunde fácilmente con otro; verifíquelo.',
    'far-above-median': 'La cifra está muy por encima de lo habitual.',
    'far-below-median': 'La cifra está muy por debajo de lo habitual.',
    'register-total-differs': 'El total difiere del total del registro.',
    'wrong-type': 'El valor es de un tipo incorrecto.',
    'wrong-format': 'El valor tiene un formato incorrecto.',
    'too-small': 'El valor debe ser al menos {limit}.',
    'too-large': 'El valor debe ser como máximo {limit}.',
    'too-short': 'Se requieren al menos {limit}.',
    'too-long': 'Se admiten como máximo {limit}.',
    'not-a-choice': 'Elija uno de estos valores: {choices}.',
    'not-a-multiple': 'El valor debe ser un múltiplo de {divisor}.',
    'unknown-key': 'No se conoce este campo.',
    'no-alternative-fits': 'El valor no corresponde a ninguna de las formas posibles.',
    'not-accepted': 'No se acepta este valor.',
    required: 'Este dato es obligatorio.',
    'unknown-record': 'No existe tal registro entre los que usted puede ver.',
    'already-exists': 'Ya existe.',
    'in-the-past': 'Está en el pasado.',
    'audience-empty': 'La audiencia no alcanza a nadie.',
    'personal-data': 'Esto parece un dato personal, que nunca se guarda; quítelo.',
    'part-missing':
      'Un compromiso necesita responsable, entregable, fecha y medio de verificación; falta: {part}.',
    'reviewers-missing':
      'Entre quienes pueden leerla no hay dos personas revisoras de otras organizaciones: elija más lectores.',
    'evidence-missing': 'Para darlo por cumplido hace falta evidencia en un informe aceptado.',
    'date-waived': 'La fecha fue dispensada: no se espera informe para ella.',
    'not-confirmed': 'Confirme antes que el archivo no muestra datos personales.',
    'file-damaged': 'El archivo está dañado o no es lo que dice ser.',
    'file-locked': 'El archivo está cifrado o protegido con contraseña; entréguelo abierto.',
    'file-active':
      'El archivo contiene macros, programas, enlaces que se cargan solos u otros archivos; entréguelo sin ellos.',
    'file-expands':
      'El archivo ocupa al abrirse mucho más de lo que parece, o contiene más de lo que se puede revisar.',
    'file-slow': 'Revisar el archivo tarda demasiado; simplifíquelo o entréguelo en varias partes.',
    'actor-outside-forum':
      'Esta organización no puede asumir compromisos ante el foro: no es una agencia ni una autoridad de un Estado miembro o asociado.',
    'instrument-is-draft':
      'El acuerdo todavía es un borrador: los compromisos se registran cuando se haya adoptado.',
    'instrument-not-followed': 'El foro no da seguimiento a este acuerdo.',
    'instrument-of-another': 'Este acuerdo pertenece a otra organización.',
    'instrument-is-adopted':
      'Un texto adoptado no se modifica: solo se agregan disposiciones a un borrador o a un acuerdo que todavía no tiene ninguna.',
    'commitment-not-running':
      'Los plazos requieren un compromiso aceptado o en curso; una aspiración no los tiene.',
    'schedule-is-regular':
      'Los plazos de este compromiso siguen un calendario periódico; modifique el calendario.',
    'original-missing': 'Falta el texto en el idioma indicado como original.',
    'not-a-day': 'Ingrese una fecha: una celda de fecha, o 2026-10-31 como texto.',
    'not-a-table': 'Entregue un libro XLSX o un archivo CSV en UTF-8.',
    'table-too-wide':
      'La hoja tiene celdas muy alejadas de la tabla; elimine las filas y columnas vacías que la rodean.',
    'file-empty': 'El archivo no tiene filas debajo de los encabezados.',
    'file-unreadable': 'La fila no se puede leer: revise comillas y separadores.',
    'not-utf-8': 'El archivo no está en UTF-8: guárdelo como «CSV UTF-8».',
    'too-many-rows': 'El archivo tiene más de {limit} filas; divídalo.',
    'sheet-unknown':
      'No se sabe qué contiene esta hoja; use los nombres y encabezados de la plantilla.',
    'column-missing': 'Falta esta columna.',
    'column-unknown': 'Este encabezado no se reconoce; corríjalo o elimine la columna.',
  },
};
