const request = new XMLHttpRequest();
request.setRequestHeader("X-Requested-With", "XMLHttpRequest"); // hit: 6.1/ajax-header
